package dev.usercontext.it.app.timer;

import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.Action;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Requests that wait for a timer. */
public final class TimerActions {

  private TimerActions() {}

  /** Sets a timer. */
  @ApplicationScoped
  public static class Single implements Action {

    @EJB TimerEjb timer;
    @Inject Receipts receipts;

    @Override
    public String name() {
      return "timer";
    }

    @Override
    public String run(Parameters parameters) throws Exception {
      String receipt = receipts.open();
      timer.set(receipt);
      return "done" + receipts.await(receipt);
    }
  }

  /** Waits for the next tick of the schedule, whichever thread that comes on. */
  @ApplicationScoped
  public static class Scheduled implements Action {

    @EJB TimerEjb timer;
    @Inject Receipts receipts;

    @Override
    public String name() {
      return "schedule";
    }

    @Override
    public String run(Parameters parameters) throws Exception {
      String receipt = receipts.open();
      timer.want(receipt);
      receipts.await(receipt);
      return "done";
    }
  }
}
