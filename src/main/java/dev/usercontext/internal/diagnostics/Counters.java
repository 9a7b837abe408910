package dev.usercontext.internal.diagnostics;

import dev.usercontext.UserContextCounters;
import java.util.concurrent.atomic.LongAdder;

/** What was done since this class was loaded; safe to count on any thread. */
public enum Counters {
  ATTRIBUTED,
  NOBODY,
  NO_CONTEXT,
  BACK_FILLED,
  FAILED;

  private final LongAdder count = new LongAdder();

  public void increment() {
    count.increment();
  }

  public static UserContextCounters read() {
    return new UserContextCounters(
        ATTRIBUTED.count.sum(),
        NOBODY.count.sum(),
        NO_CONTEXT.count.sum(),
        BACK_FILLED.count.sum(),
        FAILED.count.sum());
  }
}
