package dev.usercontext.dashboard.store;

/**
 * Calls from one node to another.
 *
 * @param errors calls whose status is ERROR
 * @param costNanoUsd of the calls themselves, as far as it is known
 */
public record GraphEdge(Edge edge, long calls, long errors, Latency latency, long costNanoUsd) {}
