package dev.usercontext.internal.baggage;

/**
 * What an id must be to go from one service to another. One that is not is left out, not cut: what
 * is left of it might be the id of somebody else.
 */
final class BaggageId {

  static final int MAX_LENGTH = 256;

  /** For people. */
  static final String RULE =
      "an id in baggage has 1 to " + MAX_LENGTH + " characters, all of them visible";

  private BaggageId() {}

  static boolean isUsable(String id) {
    return !id.isEmpty() && id.length() <= MAX_LENGTH && id.codePoints().allMatch(BaggageId::shows);
  }

  /** Not what is invisible, turns the direction of the text, or is half a character. */
  private static boolean shows(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          codePoint == ' ';
      // What a decoder makes of bytes that are no text.
      default -> codePoint != '\uFFFD';
    };
  }
}
