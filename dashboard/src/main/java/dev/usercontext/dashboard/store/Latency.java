package dev.usercontext.dashboard.store;

/**
 * How long spans took. Taken from a histogram, so each figure is right within 5 %.
 *
 * @param p50Nanos half of them took no longer
 */
public record Latency(long p50Nanos, long p95Nanos) {}
