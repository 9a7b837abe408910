package dev.usercontext.it.contract;

import dev.usercontext.test.Expectation;
import dev.usercontext.test.InterleavedRequests.Sender;
import dev.usercontext.test.InterleavedRequests.Step;
import dev.usercontext.test.InterleavedRequests.Walker;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * A user on a random walk over all rows: now without credentials, now gone before the answer comes,
 * now at an application that comes and goes.
 */
final class StormWalker implements Walker {

  private static final int ANONYMOUS_PERCENT = 20;
  private static final int LEAVING_PERCENT = 5;
  private static final int IMPATIENT_PERCENT = 5;
  private static final int PASSING_PERCENT = 10;
  private static final int PATIENCE_MILLIS = 50;

  private final Caller user;
  private final List<Row> rows;
  private final RuntimeFacts facts;
  private final AppClient client;
  private final AppClient passing;

  /**
   * @param rows as they are on this server
   * @param passing the application that comes and goes, or null
   */
  StormWalker(
      Caller user, List<Row> rows, RuntimeFacts facts, AppClient client, AppClient passing) {
    this.user = user;
    this.rows = rows;
    this.facts = facts;
    this.client = client;
    this.passing = passing;
  }

  @Override
  public Step next(Random random) {
    Row row = rows.get(random.nextInt(rows.size()));
    boolean anonymous = random.nextInt(100) < ANONYMOUS_PERCENT;
    Caller caller = anonymous ? Caller.ANONYMOUS : user;
    return step(anonymous ? row.anonymously() : row, caller, random);
  }

  private Step step(Row row, Caller caller, Random random) {
    String path = row.path(caller);
    Caller sender = row.sender(caller);
    Cell cell = new Cell(row, caller, facts);
    int chance = random.nextInt(100);
    if (passing != null && chance >= 100 - PASSING_PERCENT) {
      return step(
          row + " of the passing application by " + caller,
          StormExpectation.ofPassing(cell),
          request -> passing.sending(request).get(row, caller));
    }
    if (chance < LEAVING_PERCENT) {
      return step(
          row + " by " + caller + ", who left at once",
          StormExpectation.ofLeaving(cell),
          request -> client.sending(request).sendAndLeave(path, sender));
    }
    if (chance < LEAVING_PERCENT + IMPATIENT_PERCENT) {
      Duration patience = Duration.ofMillis(1 + random.nextInt(PATIENCE_MILLIS));
      return step(
          row + " by " + caller + ", who left after " + patience,
          StormExpectation.ofLeaving(cell),
          request -> client.sending(request).getOrLeave(path, sender, patience));
    }
    return step(
        row + " by " + caller,
        StormExpectation.of(cell),
        request -> requireStatus(row, client.sending(request).get(row, caller)));
  }

  private static Step step(String what, Expectation expectation, Sender sender) {
    return new Step(what, expectation, sender);
  }

  private static void requireStatus(Row row, Answer answer) {
    if (answer.status() != row.status()) {
      throw new IllegalStateException("status " + answer.status() + ": " + answer.body());
    }
  }
}
