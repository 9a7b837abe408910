package dev.usercontext.it.contract;

import dev.usercontext.test.Expectation;
import dev.usercontext.test.Judgement;
import dev.usercontext.test.ReceivedSpan;
import java.time.Duration;
import java.util.function.Predicate;

/** What a cell expects, where circumstances may take a span its user; but never give it another. */
class StormExpectation implements Expectation {

  private static final Duration ANSWERED = Duration.ofSeconds(1);

  /** A server says that a socket is closed once one of its threads gets to it, in a new trace. */
  private static final Duration CLOSED = Duration.ofSeconds(5);

  /** Two hundred requests may wait for the threads of a server. */
  private static final Duration LEFT = Duration.ofSeconds(30);

  private static final String OVERRIDDEN =
      "only its caller is known there, who was in a scope of somebody else before";

  private final Cell cell;
  private final Predicate<ReceivedSpan> mayLose;
  private final String reason;
  private final Duration goesOnFor;

  private StormExpectation(
      Cell cell, Predicate<ReceivedSpan> mayLose, String reason, Duration goesOnFor) {
    this.cell = cell;
    this.mayLose = mayLose;
    this.reason = reason;
    this.goesOnFor = goesOnFor;
  }

  static StormExpectation of(Cell cell) {
    Duration goesOnFor = cell.isConversation() ? CLOSED : ANSWERED;
    return new StormExpectation(
        cell, cell::isAfterLeaving, "its request was over, as the client had left", goesOnFor);
  }

  /**
   * A server may end its span when the client leaves: learn only later who that was, and forget
   * whose its messages are. One that is forgotten is as one of nobody.
   *
   * @param ofNobody the same row, sent by nobody
   */
  static Expectation ofLeaving(Cell cell, Cell ofNobody) {
    String reason = "its server span ended when the client left";
    return new StormExpectation(
        cell, span -> span.isServer() || cell.isOfMessage(span), reason, LEFT) {
      @Override
      public Judgement judge(ReceivedSpan span) {
        Judgement judgement = super.judge(span);
        boolean isRight =
            judgement.outcome() == Judgement.Outcome.ATTRIBUTED || !cell.isOfMessage(span);
        return !isRight && ofNobody.judge(span).outcome() == Judgement.Outcome.ATTRIBUTED
            ? Judgement.rightlyNobody(reason)
            : judgement;
      }
    };
  }

  /** An application that is half there may not know its users. */
  static StormExpectation ofPassing(Cell cell) {
    return new StormExpectation(
        cell, span -> true, "the application was coming or going", ANSWERED);
  }

  @Override
  public Judgement judge(ReceivedSpan span) {
    Judgement judgement = cell.judge(span);
    if (judgement.outcome() != Judgement.Outcome.MISSING) {
      return judgement;
    }
    if (mayLose.test(span)) {
      return Judgement.rightlyNobody(reason);
    }
    return cell.isKnownByThread(span) ? Judgement.rightlyNobody(OVERRIDDEN) : judgement;
  }

  @Override
  public Duration goesOnFor() {
    return goesOnFor;
  }

  @Override
  public boolean makesElsewhere(ReceivedSpan span) {
    return cell.makes(span);
  }
}
