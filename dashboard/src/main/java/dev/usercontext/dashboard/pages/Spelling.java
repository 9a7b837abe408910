package dev.usercontext.dashboard.pages;

/** Spells out what can't be seen in a text: two ids that look like one differ then. */
final class Spelling {
  private Spelling() {}

  /** The text, with the code in place of what can't be seen. A space between two words is seen. */
  static String of(String text) {
    StringBuilder spelled = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean between = c == ' ' && isSeen(text, i - 1) && isSeen(text, i + 1);
      if (between || isSeen(text, i)) {
        spelled.append(c);
      } else {
        spelled.append(String.format("\\u%04x", (int) c));
      }
    }
    return spelled.toString();
  }

  private static boolean isSeen(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return !Character.isSpaceChar(c)
        && !Character.isISOControl(c)
        && Character.getType(c) != Character.FORMAT;
  }
}
