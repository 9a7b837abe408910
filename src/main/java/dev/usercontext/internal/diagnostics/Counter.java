package dev.usercontext.internal.diagnostics;

import dev.usercontext.UserContextCounters;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts one thing since this class was loaded; safe on any thread. Every span counts, so threads
 * must not wait for each other here: each has a cache line of memory, which it shares with few. A
 * {@code LongAdder} has no more of these than there are processors, and a server has more threads.
 */
public final class Counter {

  /** As many lines, a power of two, as there may be threads at work: on 2 processors 16. */
  private static final int LINES =
      Math.min(64, Integer.highestOneBit(Runtime.getRuntime().availableProcessors()) * 8);

  /** Of two lines of 64 bytes each, since processors fetch them in pairs. */
  private static final int LONGS_OF_LINE = 16;

  public static final Counter ATTRIBUTED = new Counter();
  public static final Counter NOBODY = new Counter();
  public static final Counter NO_CONTEXT = new Counter();
  public static final Counter BACK_FILLED = new Counter();
  public static final Counter FAILED = new Counter();
  public static final Counter CUT = new Counter();
  public static final Counter DROPPED = new Counter();

  private final AtomicLongArray counts = new AtomicLongArray(LINES * LONGS_OF_LINE);

  private Counter() {}

  public void increment() {
    add(1);
  }

  public void add(long more) {
    int line = (int) Thread.currentThread().getId() & (LINES - 1);
    counts.getAndAdd(line * LONGS_OF_LINE, more);
  }

  public static UserContextCounters read() {
    return new UserContextCounters(
        ATTRIBUTED.sum(),
        NOBODY.sum(),
        NO_CONTEXT.sum(),
        BACK_FILLED.sum(),
        FAILED.sum(),
        CUT.sum(),
        DROPPED.sum());
  }

  private long sum() {
    long sum = 0;
    for (int line = 0; line < LINES; line++) {
      sum += counts.get(line * LONGS_OF_LINE);
    }
    return sum;
  }
}
