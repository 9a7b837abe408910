package dev.usercontext.it.contract;

import dev.usercontext.test.Expectation;
import dev.usercontext.test.Judgement;
import dev.usercontext.test.ReceivedSpan;
import java.util.function.Predicate;

/** What a cell expects, where circumstances may take a span its user; but never give it another. */
final class StormExpectation implements Expectation {

  private final Cell cell;
  private final Predicate<ReceivedSpan> mayLose;
  private final String reason;

  private StormExpectation(Cell cell, Predicate<ReceivedSpan> mayLose, String reason) {
    this.cell = cell;
    this.mayLose = mayLose;
    this.reason = reason;
  }

  static StormExpectation of(Cell cell) {
    return new StormExpectation(cell, span -> false, "");
  }

  /** A server may end its span when the client leaves, and learn only later who that was. */
  static StormExpectation ofLeaving(Cell cell) {
    return new StormExpectation(
        cell, ReceivedSpan::isServer, "its server span ended when the client left");
  }

  /** An application that is half there may not know its users. */
  static StormExpectation ofPassing(Cell cell) {
    return new StormExpectation(cell, span -> true, "the application was coming or going");
  }

  @Override
  public Judgement judge(ReceivedSpan span) {
    Judgement judgement = cell.judge(span);
    return judgement.outcome() == Judgement.Outcome.MISSING && mayLose.test(span)
        ? Judgement.rightlyNobody(reason)
        : judgement;
  }

  @Override
  public boolean makesElsewhere(ReceivedSpan span) {
    return cell.makes(span);
  }
}
