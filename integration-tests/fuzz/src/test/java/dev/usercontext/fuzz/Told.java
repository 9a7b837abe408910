package dev.usercontext.fuzz;

import dev.usercontext.UserContextCounters;
import dev.usercontext.internal.privacy.OutgoingUser;
import java.util.List;
import java.util.Map;

/**
 * What leaves of a user, and how much of it was counted as cut, dropped or failed.
 *
 * @param limits what was configured
 */
record Told(OutgoingUser user, Map<String, String> limits, UserContextCounters before) {

  /** Whatever it was made of. */
  void requireHarmless() {
    if (user.id().isBlank()) {
      throw new IllegalStateException("an id of nothing");
    }
    requireHarmless("id", user.id(), 6 * 1_024);
    if (user.email() != null) {
      requireHarmless("email", user.email(), 320);
    }
    if (user.actorId() != null) {
      requireHarmless("actor", user.actorId(), 6 * 1_024);
    }
    requireAtMost("roles", user.roles().size(), limit("attrs", 64));
    user.roles().forEach(role -> requireHarmless("role", role, limit("value-length", 4_096)));
    requireAtMost("attributes", user.attrs().size(), limit("attrs", 64));
    int total = 0;
    for (Map.Entry<String, Object> attr : user.attrs().entrySet()) {
      if (attr.getValue() instanceof String text) {
        requireHarmless(attr.getKey(), text, limit("value-length", 4_096));
      }
      total += attr.getKey().length() + attr.getValue().toString().length();
    }
    requireAtMost("characters of attributes", total, limit("total-length", 16_384));
    if (user.sessionId() != null && !user.sessionId().matches("[0-9a-f]{32}")) {
      throw new IllegalStateException("a session that is no hash: " + user.sessionId());
    }
  }

  /** Whether it is what was there, or the difference was counted. */
  boolean is(String there, String told) {
    return told.equals(there) || (there != null && isCounted() && isBeginning(told, there));
  }

  boolean isCounted() {
    return isCounted(before);
  }

  static boolean isCounted(UserContextCounters before) {
    UserContextCounters now = UserContextCounters.read();
    return now.cut() > before.cut()
        || now.dropped() > before.dropped()
        || now.failed() > before.failed();
  }

  /** The beginning of it, but for characters that must not leave. */
  private static boolean isBeginning(String told, String there) {
    if (told.length() > there.length()) {
      return false;
    }
    for (int i = 0; i < told.length(); i++) {
      if (told.charAt(i) != there.charAt(i) && told.charAt(i) != '\uFFFD') {
        return false;
      }
    }
    return true;
  }

  private int limit(String name, int otherwise) {
    String configured = limits.get("usercontext.limits." + name);
    return configured == null ? otherwise : Integer.parseInt(configured);
  }

  private static void requireHarmless(String what, String text, int max) {
    boolean harmful =
        text.codePoints()
            .anyMatch(
                c ->
                    Character.isISOControl(c)
                        || Character.getType(c) == Character.SURROGATE
                        || List.of(0x202E, 0x2066, 0x2028).contains(c));
    if (harmful) {
      throw new IllegalStateException(what + " of " + text);
    }
    requireAtMost("characters of " + what, text.length(), max);
  }

  private static void requireAtMost(String what, int found, int max) {
    if (found > max) {
      throw new IllegalStateException(found + " " + what + " instead of " + max);
    }
  }
}
