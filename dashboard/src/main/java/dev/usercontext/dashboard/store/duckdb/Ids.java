package dev.usercontext.dashboard.store.duckdb;

import java.util.HexFormat;
import java.util.UUID;

/**
 * Ids of traces and spans as the database keeps them: in 16 and 8 bytes, in the order of their
 * hexadecimal digits.
 */
final class Ids {
  private Ids() {}

  static UUID trace(String hex) {
    return new UUID(digits(hex, 0), digits(hex, 16));
  }

  static String trace(UUID id) {
    return HexFormat.of().toHexDigits(id.getMostSignificantBits())
        + HexFormat.of().toHexDigits(id.getLeastSignificantBits());
  }

  /** Numbers in the database have a sign: the smallest stands for 0, so that the order is kept. */
  static long span(String hex) {
    return digits(hex, 0) ^ Long.MIN_VALUE;
  }

  /** As HexFormat does, in a third of the time: it is done for every span. */
  private static long digits(String hex, int from) {
    long number = 0;
    for (int i = from; i < from + 16; i++) {
      number = number << 4 | HexFormat.fromHexDigit(hex.charAt(i));
    }
    return number;
  }

  static String span(long number) {
    return HexFormat.of().toHexDigits(number ^ Long.MIN_VALUE);
  }

  /** One number for a span of a trace; that two have the same is a matter of 1 in 2^64. */
  static long key(UUID trace, long span) {
    return Hash.mix(
        trace.getMostSignificantBits()
            ^ Hash.mix(trace.getLeastSignificantBits() ^ Hash.mix(span)));
  }
}
