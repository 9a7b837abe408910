package dev.usercontext.it.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The spans that have arrived, in their order of arrival. Thread-safe. */
public final class SpanLog {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final List<ReceivedSpan> spans = new ArrayList<>();

  void add(List<ReceivedSpan> arrived) {
    lock.lock();
    try {
      spans.addAll(arrived);
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** A window on what arrives from now on. */
  public Window open() {
    lock.lock();
    try {
      return new Window(spans.size());
    } finally {
      lock.unlock();
    }
  }

  /** The spans that arrived since it was opened, but for those of sentinels. */
  public final class Window {
    private final int start;

    private Window(int start) {
      this.start = start;
    }

    /** Waits until the spans satisfy the condition; false if they have not by the deadline. */
    public boolean await(Predicate<List<ReceivedSpan>> condition, Duration atMost) {
      return awaitAll(all -> condition.test(withoutSentinels(all)), atMost);
    }

    boolean awaitSentinel(String name, Duration atMost) {
      return awaitAll(all -> all.stream().anyMatch(span -> span.name().equals(name)), atMost);
    }

    public List<ReceivedSpan> spans() {
      lock.lock();
      try {
        return withoutSentinels(spans.subList(start, spans.size()));
      } finally {
        lock.unlock();
      }
    }

    private boolean awaitAll(Predicate<List<ReceivedSpan>> condition, Duration atMost) {
      long left = atMost.toNanos();
      lock.lock();
      try {
        while (!condition.test(spans.subList(start, spans.size()))) {
          if (left <= 0) {
            return false;
          }
          left = grown.awaitNanos(left);
        }
        return true;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted after " + TimeUnit.NANOSECONDS.toMillis(left));
      } finally {
        lock.unlock();
      }
    }

    private static List<ReceivedSpan> withoutSentinels(List<ReceivedSpan> all) {
      return all.stream().filter(span -> !span.isOfSentinel()).toList();
    }
  }
}
