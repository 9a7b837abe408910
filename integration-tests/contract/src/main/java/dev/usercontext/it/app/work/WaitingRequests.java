package dev.usercontext.it.app.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns requests away where too many others wait for their tasks already: those keep threads that
 * the tasks may need.
 */
@ApplicationScoped
public class WaitingRequests {

  /** The parameter that says how many may wait at once. */
  public static final String PARAMETER = "waiting";

  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * Whether a request may begin to wait: then it must {@link #leave} in the end.
   *
   * @param atMost null for any number
   */
  public boolean enter(String atMost) {
    int most = atMost == null ? Integer.MAX_VALUE : Integer.parseInt(atMost);
    boolean entered = waiting.incrementAndGet() <= most;
    if (!entered) {
      leave();
    }
    return entered;
  }

  public void leave() {
    waiting.decrementAndGet();
  }
}
