package dev.usercontext.dashboard.cost;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the price table, in nano-USD per million tokens.
 *
 * @param model a name, or a pattern with {@code *}
 * @param validFrom the first day (UTC) that it holds
 * @param input per million tokens sent
 * @param output per million tokens that came back
 * @param cached per million tokens sent that were in the provider's cache
 * @param written per million tokens sent that the provider put into its cache
 */
record Price(
    String model, LocalDate validFrom, long input, long output, long cached, long written) {
  private static final long MILLION = 1_000_000L;

  /** Rounded half up; null where a number is too large to be believed. */
  @Nullable Long cost(Usage usage) {
    long sent = orNone(usage.input());
    long fromCache = orNone(usage.cached());
    long intoCache = orNone(usage.written());
    try {
      long ofCache = Math.addExact(fromCache, intoCache);
      // The conventions count the cache's tokens among the sent ones. Who has more of them than
      // sent ones counts them apart.
      long fresh = ofCache <= sent ? sent - ofCache : sent;
      long sum = Math.multiplyExact(fresh, input);
      sum = Math.addExact(sum, Math.multiplyExact(orNone(usage.output()), output));
      sum = Math.addExact(sum, Math.multiplyExact(fromCache, cached));
      sum = Math.addExact(sum, Math.multiplyExact(intoCache, written));
      return Math.addExact(sum, MILLION / 2) / MILLION;
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private static long orNone(@Nullable Long count) {
    return count == null ? 0 : count;
  }
}
