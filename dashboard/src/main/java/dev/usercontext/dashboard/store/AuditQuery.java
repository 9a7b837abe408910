package dev.usercontext.dashboard.store;

import org.jspecify.annotations.Nullable;

/**
 * A page of spans.
 *
 * @param after {@link AuditPage#next()} of the page before, of the same filter and order; null for
 *     the first page
 * @param limit 1 to 1,000
 */
public record AuditQuery(SpanFilter filter, Order order, @Nullable String after, int limit) {

  /** Spans of the same rank are the newest first, and then in the order of their ids. */
  public enum Order {
    NEWEST,
    /** The dearest first; unknown cost last. */
    COST,
    /** The slowest first. */
    LATENCY
  }
}
