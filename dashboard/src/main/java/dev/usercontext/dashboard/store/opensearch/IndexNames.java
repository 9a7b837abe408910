package dev.usercontext.dashboard.store.opensearch;

import dev.usercontext.dashboard.store.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An index for each UTC day on which spans began. Days that are far from now, which wrong clocks
 * make up, share one index: they could be so many that the cluster takes no more.
 */
final class IndexNames {
  /** Days before today that have an index of their own. */
  private static final int PAST = 800;

  /** Days after today. */
  private static final int FUTURE = 2;

  /** A longer range is asked for by a pattern: addresses of requests have a limit. */
  private static final int NAMED_DAYS = 40;

  private static final long DAY = 86_400_000_000_000L;

  private final String prefix;
  private final LongSupplier clockMillis;

  IndexNames(String prefix, LongSupplier clockMillis) {
    this.prefix = prefix;
    this.clockMillis = clockMillis;
  }

  /** The index of a span that began then. */
  String of(long startNanos) {
    LocalDate today =
        LocalDate.ofInstant(Instant.ofEpochMilli(clockMillis.getAsLong()), ZoneOffset.UTC);
    long day = Math.floorDiv(startNanos, DAY);
    return day < today.toEpochDay() - PAST || day > today.toEpochDay() + FUTURE
        ? other()
        : name(day);
  }

  private String name(long day) {
    return prefix + "-" + LocalDate.ofEpochDay(day);
  }

  /** Of spans with wrong clocks. */
  String other() {
    return prefix + "-other";
  }

  String all() {
    return prefix + "-*";
  }

  /**
   * The alias of the indices from whose files a user is not erased yet. It is none of {@link #all},
   * and does not say who it is.
   */
  String erasing(String user) {
    return prefix + ".erasing-" + Terms.checksum(user);
  }

  /** All indices that may have spans of a range. */
  String in(TimeRange range) {
    long first = Math.floorDiv(range.fromNanos(), DAY);
    long last = Math.floorDiv(Math.max(range.fromNanos(), range.toNanos() - 1), DAY);
    if (last - first >= NAMED_DAYS) {
      return all();
    }
    List<String> names = new ArrayList<>();
    for (long day = first; day <= last; day++) {
      names.add(name(day));
    }
    names.add(other());
    return String.join(",", names);
  }

  /** The day of an index, in nanoseconds since the epoch; null where it has none. */
  @Nullable Long day(String name) {
    try {
      return LocalDate.parse(name.substring(prefix.length() + 1)).toEpochDay() * DAY;
    } catch (RuntimeException other) {
      return null;
    }
  }

  /** Whether a day's index has nothing that begins then or later. */
  boolean isBefore(String name, long limitNanos) {
    Long day = day(name);
    return day != null && day + DAY <= limitNanos;
  }
}
