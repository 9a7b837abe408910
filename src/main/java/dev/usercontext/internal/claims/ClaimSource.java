package dev.usercontext.internal.claims;

/**
 * One place that configuration has a value taken from.
 *
 * @param name the path of a claim or container attribute, or the name of a header
 */
public record ClaimSource(Kind kind, String name) {

  private static final String HEADER = "header:";
  private static final String PRINCIPAL = "principal";

  /** Where to look. */
  public enum Kind {
    /** A claim of the token, else an attribute that the container has of the caller. */
    CLAIM,
    /** A header of the request. */
    HEADER,
    /** The name of the principal. */
    PRINCIPAL
  }

  /** Reads {@code department}, {@code org/id}, {@code header:X-User} or {@code principal}. */
  public static ClaimSource parse(String text) {
    if (text.equals(PRINCIPAL)) {
      return new ClaimSource(Kind.PRINCIPAL, text);
    }
    return text.startsWith(HEADER)
        ? new ClaimSource(Kind.HEADER, text.substring(HEADER.length()).strip())
        : new ClaimSource(Kind.CLAIM, text);
  }
}
