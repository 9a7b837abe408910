package dev.usercontext.dashboard.query;

import dev.usercontext.dashboard.cost.NanoUsd;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units, as people write them. */
final class Quantities {
  private static final Pattern DURATION =
      Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?)\\s*(ns|us|ms|s|m|h|)");

  private Quantities() {}

  /** Dollars, {@code 0.01} or {@code $0.01}. */
  static long nanoUsd(String name, String text) {
    Long nanos = NanoUsd.parse(text);
    if (nanos == null) {
      throw new InvalidQueryException(name + " is an amount in USD such as 0.01: " + text);
    }
    return nanos;
  }

  /** {@code 250ms}, {@code 1.5s}, {@code 2m}; a bare number is milliseconds. */
  static long nanos(String name, String text) {
    Matcher matcher = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new InvalidQueryException(name + " is a duration such as 250ms, 1.5s or 2m: " + text);
    }
    long unit =
        switch (matcher.group(2)) {
          case "ns" -> 1L;
          case "us" -> 1_000L;
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          default -> 1_000_000L;
        };
    try {
      return new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit)).longValue();
    } catch (ArithmeticException e) {
      throw new InvalidQueryException(name + " is too long: " + text);
    }
  }
}
