package dev.usercontext.dashboard.store;

import dev.usercontext.dashboard.model.SpanKind;
import java.util.List;

/**
 * How many spans have a user.
 *
 * @param rows in the order of service, kind and day
 * @param without names of spans without a user, the most frequent 100 first
 */
public record Coverage(List<Row> rows, List<Name> without) {

  /**
   * The spans of one service, kind and day.
   *
   * @param dayNanos where the day begins in UTC, nanoseconds since the epoch
   */
  public record Row(String service, SpanKind kind, long dayNanos, long spans, long withUser) {}

  /**
   * Spans of one name that have no user.
   *
   * @param withUser spans of the same name that have one
   */
  public record Name(String service, SpanKind kind, String name, long spans, long withUser) {}
}
