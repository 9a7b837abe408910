package dev.usercontext.test;

/**
 * What came of comparing a span with whom it was expected to belong to.
 *
 * @param reason of a span that rightly has no user: why; of one that is not right: what was
 *     expected and what was found
 */
public record Judgement(Outcome outcome, String reason) {

  /** From best to worst. */
  public enum Outcome {
    /** The span has the user that it must have. */
    ATTRIBUTED,
    /** The span has no user, as it must be. */
    RIGHTLY_NOBODY,
    /** The span has no user, but must have one. */
    MISSING,
    /** The span has another user than it must have, or one although it must have none. */
    WRONG
  }

  public static final Judgement ATTRIBUTED = new Judgement(Outcome.ATTRIBUTED, "");

  /**
   * @param reason in a few words: spans are counted by it
   */
  public static Judgement rightlyNobody(String reason) {
    return new Judgement(Outcome.RIGHTLY_NOBODY, reason);
  }

  /** A span that has no user, but must have this one. */
  public static Judgement missing(String expected) {
    return new Judgement(Outcome.MISSING, "expected " + expected + ", found nobody");
  }

  /** A span that has another user than it must have, or one although it must have none. */
  public static Judgement wrong(String expected, String found) {
    return new Judgement(Outcome.WRONG, "expected " + expected + ", found " + found);
  }

  public boolean isRight() {
    return outcome == Outcome.ATTRIBUTED || outcome == Outcome.RIGHTLY_NOBODY;
  }

  /** The span and what is not right with it, in a line. */
  String describe(ReceivedSpan span) {
    return "%-10s %-8s %s: %s (trace %s, span %s)"
        .formatted(
            outcome == Outcome.WRONG ? "WRONG USER" : "NO USER",
            span.kind(),
            span.name(),
            reason,
            span.traceId(),
            span.spanId());
  }
}
