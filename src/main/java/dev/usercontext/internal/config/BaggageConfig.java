package dev.usercontext.internal.config;

import dev.usercontext.internal.baggage.BaggageHosts;
import java.util.regex.Pattern;

/**
 * What is told to other services by W3C baggage, and believed of them.
 *
 * @param send whether calls to other services carry the id of the user
 * @param hosts those that they are
 * @param trust whether the baggage of a request is believed
 * @param key the entry of the baggage that is written, and the only one that is read
 */
public record BaggageConfig(boolean send, BaggageHosts hosts, boolean trust, String key) {

  /** A token of RFC 7230, which a key of W3C baggage is. */
  private static final Pattern KEY = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}");

  static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }
}
