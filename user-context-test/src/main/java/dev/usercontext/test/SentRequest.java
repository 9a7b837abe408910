package dev.usercontext.test;

import java.time.Instant;

/** A request of {@link InterleavedRequests}, and when it was under way. */
final class SentRequest {

  private final InterleavedRequests.Step step;
  private final Instant sent = Instant.now();
  private volatile Instant answered = sent;

  SentRequest(InterleavedRequests.Step step) {
    this.step = step;
  }

  void answered() {
    answered = Instant.now();
  }

  Judgement judge(ReceivedSpan span) {
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
