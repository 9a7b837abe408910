package dev.usercontext.test;

import java.time.Duration;
import java.time.Instant;

/** A request of {@link InterleavedRequests}, and when it was under way. */
final class SentRequest {

  /** What a request starts may outlive it. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(1);

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
    return answered.plus(AFTERWARDS).getEpochSecond();
  }

  String what() {
    return step.what();
  }

  /** Whether a span that names no request is right as one of this. */
  boolean mayHaveMade(ReceivedSpan span) {
    return !span.start().isBefore(sent)
        && !span.start().minus(AFTERWARDS).isAfter(answered)
        && step.expectation().makesElsewhere(span)
        && judge(span).outcome() == Judgement.Outcome.ATTRIBUTED;
  }
}
