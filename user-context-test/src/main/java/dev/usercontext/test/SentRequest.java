package dev.usercontext.test;

import java.time.Instant;

/** A request of {@link InterleavedRequests}, and when it was under way. */
final class SentRequest {

  private final InterleavedRequests.Step step;
  private final Instant sent = Instant.now();
  private final boolean ofNamedUser;
  private volatile Instant answered = sent;
  private boolean seen;

  /**
   * @param ofNamedUser whether all requests of this step are of the same user, or all of nobody
   */
  SentRequest(InterleavedRequests.Step step, boolean ofNamedUser) {
    this.step = step;
    this.ofNamedUser = ofNamedUser;
  }

  boolean isOfNamedUser() {
    return ofNamedUser;
  }

  /** Whether a span of it has come. */
  boolean isSeen() {
    return seen;
  }

  void answered() {
    answered = Instant.now();
  }

  /** Takes a span for its own. */
  Judgement see(ReceivedSpan span) {
    seen = true;
    return judge(span);
  }

  private Judgement judge(ReceivedSpan span) {
    return step.expectation().judge(span);
  }

  long firstSecond() {
    return sent.getEpochSecond();
  }

  long lastSecond() {
    return answered.plus(step.expectation().goesOnFor()).getEpochSecond();
  }

  String what() {
    return step.what();
  }

  boolean makesElsewhere(ReceivedSpan span) {
    return step.expectation().makesElsewhere(span);
  }

  /** Whether a span that names no request, and of a name that this makes, is right as its. */
  boolean mayHaveMade(ReceivedSpan span) {
    return !span.start().isBefore(sent)
        && !span.start().minus(step.expectation().goesOnFor()).isAfter(answered)
        && judge(span).outcome() == Judgement.Outcome.ATTRIBUTED;
  }
}
