package dev.usercontext.dashboard.store;

/**
 * A node, with the calls that came in; a user has the calls that went out.
 *
 * @param errors calls whose status is ERROR
 * @param costNanoUsd of the calls themselves, as far as it is known
 */
public record GraphNode(Node node, long calls, long errors, Latency latency, long costNanoUsd) {}
