package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.TimeRange;

/**
 * What is known about a block that is complete.
 *
 * @param first when the first of its spans began, or earlier
 * @param last when the last one began, or later
 */
record Block(long first, long last, BloomFilter filter) {
  /** Whether it may have spans of that time. */
  boolean isIn(TimeRange range) {
    return last >= range.fromNanos() && first < range.toNanos();
  }

  /** Whether it has none but of that time. */
  boolean isWithin(TimeRange range) {
    return first >= range.fromNanos() && last < range.toNanos();
  }
}
