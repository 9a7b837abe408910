package dev.usercontext.internal.privacy;

import java.util.Locale;

/**
 * Text that harms no reader: without control characters, without marks that turn the direction of
 * what is around them, and without halves of characters, which no encoding can tell.
 */
public final class SafeText {

  private static final char REPLACEMENT = '\uFFFD';

  private SafeText() {}

  /** Each such character replaced. */
  static String of(String text) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      if (isUnsafe(text, i)) {
        safe = safe == null ? new StringBuilder(text) : safe;
        safe.setCharAt(i, REPLACEMENT);
      }
    }
    return safe == null ? text : safe.toString();
  }

  /** Each such character written as Java does: two users never become one. */
  static String identifier(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (isUnsafe(id, i) || isEscape(id, i)) {
        return escaped(id);
      }
    }
    return id;
  }

  /** As much as fits, and no half of a character at the end. */
  public static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    boolean splits = max > 0 && Character.isHighSurrogate(text.charAt(max - 1));
    return text.substring(0, splits ? max - 1 : max);
  }

  private static String escaped(String id) {
    StringBuilder escaped = new StringBuilder(id.length() + 16);
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (isUnsafe(id, i) || isEscape(id, i)) {
        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** A backslash that would be read as one of ours. */
  private static boolean isEscape(String text, int i) {
    return text.charAt(i) == '\\' && text.startsWith("u", i + 1) && areHex(text, i + 2, i + 6);
  }

  private static boolean areHex(String text, int from, int to) {
    if (text.length() < to) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnsafe(String text, int i) {
    char c = text.charAt(i);
    if (c < 0x7F) {
      return c < ' ';
    }
    return Character.isISOControl(c)
        || (Character.isSurrogate(c) && !isHalfOfPair(text, i))
        || turnsDirection(c)
        || c == '\u2028'
        || c == '\u2029';
  }

  private static boolean isHalfOfPair(String text, int i) {
    if (Character.isHighSurrogate(text.charAt(i))) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  /** Unicode's bidirectional formatting characters (UAX 9, 2). */
  private static boolean turnsDirection(char c) {
    return c == '\u061C'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
