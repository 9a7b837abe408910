package dev.usercontext.dashboard.store;

import org.jspecify.annotations.Nullable;

/**
 * What LLM calls cost, by group and over time.
 *
 * @param attribute the key, where {@code groupBy} is {@link GroupBy#ATTRIBUTE}
 * @param top how many groups to name, 1 to 100; the others become {@link CostGroup.Kind#REST}
 */
public record CostQuery(
    SpanFilter filter, GroupBy groupBy, @Nullable String attribute, Bucket bucket, int top) {

  /** What makes a group. */
  public enum GroupBy {
    USER,
    MODEL,
    SERVICE,
    AGENT,
    ENVIRONMENT,
    /** Of the span, or else of its resource; also where it is a user's own. As searches find it. */
    ATTRIBUTE
  }

  /** Times are cut in UTC; a week begins on Monday. */
  public enum Bucket {
    HOUR,
    DAY,
    WEEK,
    MONTH
  }
}
