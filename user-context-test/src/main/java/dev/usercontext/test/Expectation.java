package dev.usercontext.test;

import java.time.Duration;

/** Whom the spans of a request must belong to. */
@FunctionalInterface
public interface Expectation {

  Judgement judge(ReceivedSpan span);

  /**
   * Whether a request makes spans of this name that leave its trace and do not name it. One that
   * has a user is then accepted where that user has such a request under way; unless said, never.
   * Asked once for all spans of the same name and kind.
   */
  default boolean makesElsewhere(ReceivedSpan span) {
    return false;
  }

  /** How long after its sender came back a request may begin those; unless said, 1 second. */
  default Duration goesOnFor() {
    return Duration.ofSeconds(1);
  }

  /** This user id, in every vocabulary that the span has; email and attributes may be any. */
  static Expectation user(String id) {
    return span -> {
      SpanUser found = SpanUser.of(span);
      return found.id().equals(id) ? Judgement.ATTRIBUTED : notRight(id, found);
    };
  }

  /** This user: id, email and custom attributes, and no others. */
  static Expectation user(SpanUser user) {
    return span -> {
      SpanUser found = SpanUser.of(span);
      return found.equals(user) ? Judgement.ATTRIBUTED : notRight(user.toString(), found);
    };
  }

  /** No user at all. */
  static Expectation nobody() {
    return span -> {
      SpanUser found = SpanUser.of(span);
      return found.equals(SpanUser.NOBODY)
          ? Judgement.rightlyNobody("nobody sent it")
          : Judgement.wrong("nobody", found.toString());
    };
  }

  private static Judgement notRight(String expected, SpanUser found) {
    return found.equals(SpanUser.NOBODY)
        ? Judgement.missing(expected)
        : Judgement.wrong(expected, found.toString());
  }
}
