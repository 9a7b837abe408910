package dev.usercontext.dashboard.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Money as whole nano-USD, billionths of a dollar. */
public final class NanoUsd {
  /** One dollar. */
  public static final long ONE_USD = 1_000_000_000L;

  /** No call costs more; what says so is not believed. */
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

  private static final Pattern TEXT =
      Pattern.compile(
          "\\$?\\s*([0-9]{1,12}(?:\\.[0-9]{0,30})?(?:[eE]-?[0-9]{1,2})?)\\s*(?:USD|usd|\\$)?");

  private NanoUsd() {}

  /**
   * Reads a number of dollars: a number, or text as {@code 0.0012}, {@code 1.2E-3} or {@code
   * 0.0012USD}.
   *
   * @return null where it is none, is negative, above a million, or of another currency
   */
  public static @Nullable Long parse(@Nullable Object dollars) {
    if (dollars instanceof Long || dollars instanceof Integer) {
      return nanos(BigDecimal.valueOf(((Number) dollars).longValue()));
    }
    if (dollars instanceof Number number) {
      double value = number.doubleValue();
      return Double.isFinite(value) ? nanos(BigDecimal.valueOf(value)) : null;
    }
    if (dollars instanceof String text && text.length() <= 64) {
      Matcher matcher = TEXT.matcher(text.strip());
      return matcher.matches() ? nanos(new BigDecimal(matcher.group(1))) : null;
    }
    return null;
  }

  private static @Nullable Long nanos(BigDecimal dollars) {
    if (dollars.signum() < 0 || dollars.compareTo(MOST) > 0) {
      return null;
    }
    return dollars.movePointRight(9).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** The sum of two amounts, at most {@link Long#MAX_VALUE}: as the engines sum up. */
  public static long plus(long one, long other) {
    long sum = one + other;
    return one > 0 && other > 0 && sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** The same as dollars, exactly. */
  public static BigDecimal toUsd(long nanos) {
    return BigDecimal.valueOf(nanos, 9);
  }
}
