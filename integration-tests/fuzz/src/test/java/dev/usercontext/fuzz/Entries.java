package dev.usercontext.fuzz;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Reads baggage in the simplest way there is, to compare with. */
final class Entries {

  private Entries() {}

  /** The value of the one entry of this name. */
  static String only(String header, String name) {
    String found = null;
    for (String entry : header.split(",")) {
      int equals = entry.indexOf('=');
      if (equals >= 0 && entry.substring(0, equals).strip().equals(name)) {
        if (found != null) {
          throw new IllegalStateException("there is more than one " + name);
        }
        found = entry.substring(equals + 1).split(";", 2)[0].strip();
      }
    }
    return found == null ? null : decode(found);
  }

  private static String decode(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException incomplete) {
      return value;
    }
  }
}
