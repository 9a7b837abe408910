package dev.usercontext.internal.privacy;

/**
 * How much of a user leaves the process. Lengths are in UTF-16 characters.
 *
 * @param attrs how many attributes, and how many roles
 * @param nameLength of the name of an attribute, without its prefix; a longer one is left out
 * @param valueLength of the text of an attribute, and of a role; a longer one is cut
 * @param totalLength of all names and values of attributes together; what is beyond is left out
 */
public record Limits(int attrs, int nameLength, int valueLength, int totalLength) {

  /** What {@code UserContext.Builder} accepts of one attribute. */
  public static final Limits DEFAULT = new Limits(64, 128, 4_096, 16_384);
}
