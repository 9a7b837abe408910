package dev.usercontext.it.contract;

import dev.usercontext.test.InterleavedRequests.Sender;
import dev.usercontext.test.InterleavedRequests.Step;
import dev.usercontext.test.InterleavedRequests.Walker;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Semaphore;

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
  private final List<Row> rowsThatDoNotWait;
  private final RuntimeFacts facts;
  private final AppClient client;
  private final AppClient passing;
  private final Semaphore mayWait;

  /**
   * @param rows as they are on this server
   * @param passing the application that comes and goes, or null
   * @param mayWait for each request that may wait for a task
   */
  StormWalker(
      Caller user,
      List<Row> rows,
      RuntimeFacts facts,
      AppClient client,
      AppClient passing,
      Semaphore mayWait) {
    this.user = user;
    this.rows = rows;
    this.rowsThatDoNotWait = rows.stream().filter(row -> !row.isWaiting()).toList();
    this.facts = facts;
    this.client = client;
    this.passing = passing;
    this.mayWait = mayWait;
  }

  @Override
  public Step next(Random random) {
    boolean anonymous = random.nextInt(100) < ANONYMOUS_PERCENT;
    Caller caller = anonymous ? Caller.ANONYMOUS : user;
    Row row = oneOf(rows, anonymous, random);
    if (row.isWaiting() && !mayWait.tryAcquire()) {
      row = oneOf(rowsThatDoNotWait, anonymous, random);
    }
    return step(row, caller, random);
  }

  private static Row oneOf(List<Row> rows, boolean anonymous, Random random) {
    Row row = rows.get(random.nextInt(rows.size()));
    return anonymous ? row.anonymously() : row;
  }

  private Step step(Row row, Caller caller, Random random) {
    int chance = random.nextInt(100);
    if (row.isWaiting()) {
      // Nobody would know when a request that is left gives its thread back, and one whose
      // application is gone might never do.
      return staying(row, caller, request -> waitFor(row, caller, client.sending(request)));
    }
    if (row.entry() == Entry.WEB_SOCKET) {
      // To be left, or let down, is another thing for a socket: InterleavedSockets does.
      return staying(row, caller, request -> get(row, caller, client.sending(request)));
    }
    if (passing != null && chance >= 100 - PASSING_PERCENT) {
      return new Step(
          row + " of the passing application by " + caller,
          StormExpectation.ofPassing(new Cell(row, caller, facts)),
          request -> passing.sending(request).get(row, caller));
    }
    if (chance < LEAVING_PERCENT + IMPATIENT_PERCENT) {
      return leaving(row, caller, chance < LEAVING_PERCENT ? Duration.ZERO : patience(random));
    }
    return staying(row, caller, request -> get(row, caller, client.sending(request)));
  }

  private Step staying(Row row, Caller caller, Sender sender) {
    return new Step(
        row + " by " + caller, StormExpectation.of(new Cell(row, caller, facts)), sender);
  }

  private static Duration patience(Random random) {
    return Duration.ofMillis(1 + random.nextInt(PATIENCE_MILLIS));
  }

  private Step leaving(Row row, Caller caller, Duration patience) {
    String path = row.path(caller);
    Caller sender = row.sender(caller);
    return new Step(
        row + " by " + caller + ", who left after " + patience,
        StormExpectation.ofLeaving(new Cell(row, caller, facts)),
        request -> {
          if (patience.isZero()) {
            client.sending(request).sendAndLeave(path, sender);
          } else {
            client.sending(request).getOrLeave(path, sender, patience);
          }
        });
  }

  private void waitFor(Row row, Caller caller, AppClient signed) {
    try {
      get(row, caller, signed);
    } finally {
      if (row.isWorkingAfterwards()) {
        client.get("rest/sentinel/" + UUID.randomUUID(), Caller.ANONYMOUS);
      }
      mayWait.release();
    }
  }

  private static void get(Row row, Caller caller, AppClient signed) {
    Answer answer = signed.get(row, caller);
    if (answer.status() != row.status()) {
      throw new IllegalStateException("status " + answer.status() + ": " + answer.body());
    }
  }
}
