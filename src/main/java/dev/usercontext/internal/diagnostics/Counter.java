package dev.usercontext.internal.diagnostics;

import dev.usercontext.UserContextCounters;
import java.util.concurrent.atomic.LongAdder;

/** Counts one thing since this class was loaded; safe on any thread. */
public final class Counter {

  public static final Counter ATTRIBUTED = new Counter();
  public static final Counter NOBODY = new Counter();
  public static final Counter NO_CONTEXT = new Counter();
  public static final Counter BACK_FILLED = new Counter();
  public static final Counter FAILED = new Counter();
  public static final Counter CUT = new Counter();
  public static final Counter DROPPED = new Counter();

  private final LongAdder count = new LongAdder();

  private Counter() {}

  public void increment() {
    count.increment();
  }

  public void add(long more) {
    count.add(more);
  }

  public static UserContextCounters read() {
    return new UserContextCounters(
        ATTRIBUTED.count.sum(),
        NOBODY.count.sum(),
        NO_CONTEXT.count.sum(),
        BACK_FILLED.count.sum(),
        FAILED.count.sum(),
        CUT.count.sum(),
        DROPPED.count.sum());
  }
}
