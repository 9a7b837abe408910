package dev.usercontext.it.contract;

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
  private static final int BUSY = 503;

  /** An application that goes may take its timers along, and never answer. */
  private static final Duration PASSING_PATIENCE = Duration.ofSeconds(15);

  private final Caller user;
  private final List<Row> rows;
  private final RuntimeFacts facts;
  private final AppClient client;
  private final AppClient passing;
  private final StormTasks tasks;

  /**
   * @param rows as they are on this server
   * @param passing the application that comes and goes, or null
   */
  StormWalker(
      Caller user,
      List<Row> rows,
      RuntimeFacts facts,
      AppClient client,
      AppClient passing,
      StormTasks tasks) {
    this.user = user;
    this.rows = rows;
    this.facts = facts;
    this.client = client;
    this.passing = passing;
    this.tasks = tasks;
  }

  @Override
  public Step next(Random random) {
    Row row;
    do {
      row = rows.get(random.nextInt(rows.size()));
    } while (row.isWorkingAfterwards() && !tasks.mayGoOnAfterwards());
    boolean anonymous = random.nextInt(100) < ANONYMOUS_PERCENT;
    return step(anonymous ? row.anonymously() : row, anonymous ? Caller.ANONYMOUS : user, random);
  }

  private Step step(Row row, Caller caller, Random random) {
    int chance = random.nextInt(100);
    if (row.isWorkingAfterwards()) {
      return staying(row, caller, request -> goOnAfter(row, caller, client.sending(request)));
    }
    if (row.entry() == Entry.WEB_SOCKET) {
      // What it is to be left, or let down, is not the same for a socket.
      return staying(row, caller, request -> send(row, caller, client.sending(request)));
    }
    if (chance < LEAVING_PERCENT + IMPATIENT_PERCENT) {
      return leaving(row, caller, chance < LEAVING_PERCENT ? Duration.ZERO : patience(random));
    }
    if (row.isWaiting()) {
      // Not at an application that comes and goes: who waits for its task may do so for ever.
      return staying(row, caller, request -> send(row, caller, tasks.sending(client, request)));
    }
    if (passing != null && chance >= 100 - PASSING_PERCENT) {
      return new Step(
          row + " of the passing application by " + caller,
          StormExpectation.ofPassing(new Cell(row, caller, facts)),
          request ->
              passing
                  .sending(request)
                  .getOrLeave(row.path(caller), row.sender(caller), PASSING_PATIENCE));
    }
    return staying(row, caller, request -> send(row, caller, client.sending(request)));
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
        StormExpectation.ofLeaving(
            new Cell(row, caller, facts), new Cell(row.anonymously(), Caller.ANONYMOUS, facts)),
        request -> {
          AppClient signed =
              row.isWaiting() ? tasks.sending(client, request) : client.sending(request);
          if (patience.isZero()) {
            signed.sendAndLeave(path, sender);
          } else {
            signed.getOrLeave(path, sender, patience);
          }
        });
  }

  private void goOnAfter(Row row, Caller caller, AppClient signed) {
    try {
      send(row, caller, signed);
    } finally {
      tasks.goOn(client);
    }
  }

  /**
   * Sends it, and takes being turned away for an answer. That also happens to requests that say
   * nothing of how many may wait: on Open Liberty an asynchronous dispatch may find what an earlier
   * request of its thread has said among its parameters.
   */
  private void send(Row row, Caller caller, AppClient signed) {
    Answer answer = signed.get(row, caller);
    boolean mayBeRefused = row.isWaiting() || row.isWorkingAfterwards();
    boolean turnedAway = answer.body().equals("busy") || (mayBeRefused && answer.status() == BUSY);
    tasks.answered(!turnedAway);
    if (!turnedAway && answer.status() != row.status()) {
      throw new IllegalStateException("status " + answer.status() + ": " + answer.body());
    }
  }
}
