package dev.usercontext.dashboard.store;

import java.util.List;

/**
 * One line of the chart.
 *
 * @param name "" unless {@code kind} is {@link Kind#NAMED}
 * @param points those with an LLM call, in the order of time
 */
public record CostGroup(Kind kind, String name, Totals totals, List<Point> points) {

  /** Whom a group stands for. */
  public enum Kind {
    /** One user, model, … */
    NAMED,
    /** All groups that are not among the top. */
    REST,
    /** The calls that name no user, model, … */
    NONE
  }

  /**
   * A bucket of time.
   *
   * @param startNanos where it begins, nanoseconds since the epoch
   */
  public record Point(long startNanos, Totals totals) {}
}
