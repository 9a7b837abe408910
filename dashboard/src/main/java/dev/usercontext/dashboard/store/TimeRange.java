package dev.usercontext.dashboard.store;

import java.time.Duration;
import java.time.Instant;

/**
 * When spans began: from the first instant, to before the second.
 *
 * @param fromNanos nanoseconds since the epoch, inclusive
 * @param toNanos nanoseconds since the epoch, exclusive
 */
public record TimeRange(long fromNanos, long toNanos) {

  /** All of time that nanoseconds can tell, 1677 to 2262. */
  public static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

  public static TimeRange of(Instant from, Instant to) {
    return new TimeRange(nanos(from), nanos(to));
  }

  /** The time up to and including {@code now}. */
  public static TimeRange last(Duration duration, Instant now) {
    return new TimeRange(nanos(now.minus(duration)), nanos(now) + 1);
  }

  /** Nanoseconds since the epoch; what is out of their reach becomes the nearest that is not. */
  public static long nanos(Instant instant) {
    try {
      return Math.addExact(
          Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    } catch (ArithmeticException outOfReach) {
      return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
