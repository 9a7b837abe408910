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

  /** The answer to one that is turned away. */
  private static final String BUSY = "busy";

  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * @param atMost null for any number
   */
  public <X extends Exception> String run(String atMost, Spans.Work<String, X> request) throws X {
    if (atMost == null) {
      return request.call();
    }
    try {
      return waiting.incrementAndGet() <= Integer.parseInt(atMost) ? request.call() : BUSY;
    } finally {
      waiting.decrementAndGet();
    }
  }
}
