package dev.usercontext.dashboard.query;

import dev.usercontext.dashboard.store.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters {@code range}, {@code from} and {@code to}. */
public final class Ranges {
  /** Where an address names none. */
  public static final String DEFAULT = "7d";

  private static final Map<String, Duration> NAMED =
      Map.of(
          "1h", Duration.ofHours(1),
          "24h", Duration.ofHours(24),
          "7d", Duration.ofDays(7),
          "30d", Duration.ofDays(30));

  private Ranges() {}

  /** The range's name: one of the fixed ones, {@code all}, or {@code custom}. */
  public static String name(Params params) {
    boolean custom = params.has("from") || params.has("to");
    String name = params.get("range", custom ? "custom" : DEFAULT);
    if (!NAMED.containsKey(name) && !name.equals("custom") && !name.equals("all")) {
      throw new InvalidQueryException(
          "range is one of 1h, 24h, 7d, 30d, all, or custom with from and to: " + name);
    }
    return name;
  }

  /** The time that the parameters name, seen from now. */
  public static TimeRange parse(Params params, Instant now) {
    String name = name(params);
    Duration duration = NAMED.get(name);
    if (duration != null) {
      return TimeRange.last(duration, now);
    }
    if (name.equals("all")) {
      return TimeRange.ALL;
    }
    long from = bound("from", params.get("from"), Long.MIN_VALUE, 0);
    long to = bound("to", params.get("to"), Long.MAX_VALUE, 1);
    if (from >= to) {
      throw new InvalidQueryException("from has to be before to");
    }
    return new TimeRange(from, to);
  }

  /** A bound of a custom range as {@code datetime-local} takes it; empty where there is none. */
  public static String field(Params params, String name) {
    String text = params.get(name);
    if (text == null || !name(params).equals("custom")) {
      return "";
    }
    return time(name, text, name.equals("to") ? 1 : 0).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static long bound(String name, @Nullable String text, long otherwise, int daysMore) {
    return text == null
        ? otherwise
        : TimeRange.nanos(time(name, text, daysMore).toInstant(ZoneOffset.UTC));
  }

  /** A day as {@code to} means the whole day: it ends where the next begins. */
  private static LocalDateTime time(String name, String text, int daysMore) {
    try {
      if (text.length() == 10) {
        return LocalDate.parse(text).plusDays(daysMore).atStartOfDay();
      }
      return text.endsWith("Z")
          ? LocalDateTime.ofInstant(Instant.parse(text), ZoneOffset.UTC)
          : LocalDateTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidQueryException(
          name + " is a time in UTC such as 2026-01-31 or 2026-01-31T08:15: " + text);
    }
  }
}
