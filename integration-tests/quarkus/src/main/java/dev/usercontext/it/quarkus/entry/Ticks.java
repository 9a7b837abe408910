package dev.usercontext.it.quarkus.entry;

import dev.usercontext.it.app.entry.EntryWork;
import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.RequestMark;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A schedule that works only if a request has asked it to. */
@ApplicationScoped
public class Ticks implements Action {

  private final Queue<String> wanted = new ConcurrentLinkedQueue<>();

  @Inject EntryWork work;
  @Inject Receipts receipts;

  @Override
  public String name() {
    return "schedule";
  }

  @Override
  public String run(Parameters parameters) throws Exception {
    String receipt = receipts.open();
    wanted.add(receipt);
    return "done" + receipts.await(receipt);
  }

  boolean isIdle() {
    return wanted.isEmpty();
  }

  @Scheduled(every = "1s", skipExecutionIf = Unwanted.class)
  void tick() {
    for (String receipt = wanted.poll(); receipt != null; receipt = wanted.poll()) {
      try (RequestMark mark = receipts.mark(receipt)) {
        work.run("tick");
      }
      receipts.sign(receipt);
    }
  }

  /** Nobody has asked. */
  @ApplicationScoped
  public static class Unwanted implements Scheduled.SkipPredicate {

    @Inject Ticks ticks;

    @Override
    public boolean test(ScheduledExecution execution) {
      return ticks.isIdle();
    }
  }
}
