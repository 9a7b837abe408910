package dev.usercontext.it.contract;

import dev.usercontext.test.TracedRequest;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has only so many requests at once wait for their tasks, which may need threads of the same pool.
 * The application itself turns the others away, since nobody else knows when a request that its
 * caller has left gives its thread back.
 */
final class StormTasks {

  /** Of a task that goes on after the response, the application does not know either. */
  private final Semaphore afterwards = new Semaphore(1);

  private final int atOnce;
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger turnedAway = new AtomicInteger();

  StormTasks(int waitingAtOnce) {
    this.atOnce = waitingAtOnce - 1;
  }

  /** Whether a request whose task goes on after the response may be sent now. */
  boolean mayGoOnAfterwards() {
    return afterwards.tryAcquire();
  }

  AppClient sending(AppClient client, TracedRequest request) {
    return client.sending(request, atOnce);
  }

  void answered(boolean asEver) {
    (asEver ? answered : turnedAway).incrementAndGet();
  }

  /** The task goes on now. */
  void goOn(AppClient client) {
    try {
      client.get("rest/sentinel/" + UUID.randomUUID(), Caller.ANONYMOUS);
    } finally {
      afterwards.release();
    }
  }

  @Override
  public String toString() {
    return "%d requests were answered, %d were turned away"
        .formatted(answered.get(), turnedAway.get());
  }
}
