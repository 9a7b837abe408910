package dev.usercontext.dashboard.store;

import java.util.List;

/**
 * What all spans of a trace come to.
 *
 * @param startNanos of the earliest span
 * @param endNanos when the last span has ended
 * @param users the ids of the first {@value #USERS}, in the order of their first spans
 */
public record TraceSummary(Totals totals, long startNanos, long endNanos, List<String> users) {
  public static final int USERS = 20;
}
