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
 */
record Price(String model, LocalDate validFrom, long input, long output, long cached) {
  private static final long MILLION = 1_000_000L;

  /** Null where a number is too large to be believed. */
  @Nullable Long cost(long sent, long back, long sentFromCache) {
    // The conventions count cached tokens among the sent ones. Who has more of them than sent ones
    // counts them apart.
    long fresh = sentFromCache <= sent ? sent - sentFromCache : sent;
    try {
      long sum =
          Math.addExact(
              Math.addExact(Math.multiplyExact(fresh, input), Math.multiplyExact(back, output)),
              Math.multiplyExact(sentFromCache, cached));
      return Math.addExact(sum, MILLION / 2) / MILLION;
    } catch (ArithmeticException e) {
      return null;
    }
  }
}
