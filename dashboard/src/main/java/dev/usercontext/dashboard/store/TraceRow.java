package dev.usercontext.dashboard.store;

/**
 * A trace, in one line.
 *
 * @param name of its root, or else of the earliest span that is there
 * @param startNanos of the earliest span
 * @param durationNanos until the last span has ended
 * @param totals of the spans that were asked for
 */
public record TraceRow(
    String traceId,
    String name,
    String service,
    long startNanos,
    long durationNanos,
    Totals totals) {}
