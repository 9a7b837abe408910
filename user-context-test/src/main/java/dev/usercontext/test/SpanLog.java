package dev.usercontext.test;

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

  /** The spans of this request, to say whose they must be. */
  public RequestSpans everySpanOf(TracedRequest request) {
    return new RequestSpans(this, request);
  }

  /** A window on what arrives from now on. */
  public Window open() {
    return open(span -> true);
  }

  /** A window on those spans, of what arrives from now on. */
  public Window open(Predicate<ReceivedSpan> which) {
    lock.lock();
    try {
      return new Window(spans.size(), which);
    } finally {
      lock.unlock();
    }
  }

  /** A window on those spans, of all that has arrived or will. */
  public Window openOnAll(Predicate<ReceivedSpan> which) {
    return new Window(0, which);
  }

  /** Some of the spans that have arrived since a moment. */
  public final class Window {
    private final int start;
    private final Predicate<ReceivedSpan> which;

    private Window(int start, Predicate<ReceivedSpan> which) {
      this.start = start;
      this.which = which;
    }

    public List<ReceivedSpan> spans() {
      lock.lock();
      try {
        return spans.subList(start, spans.size()).stream().filter(which).toList();
      } finally {
        lock.unlock();
      }
    }

    /** Waits until the spans satisfy the condition; false if they have not by the deadline. */
    public boolean await(Predicate<List<ReceivedSpan>> condition, Duration atMost) {
      return awaitQuiet(condition, Duration.ZERO, atMost);
    }

    /**
     * Waits until the spans satisfy the condition and no other has come for a while; false if that
     * is not so by the deadline.
     *
     * @param quiet how long no other may come
     */
    public boolean awaitQuiet(
        Predicate<List<ReceivedSpan>> condition, Duration quiet, Duration atMost) {
      long deadline = System.nanoTime() + atMost.toNanos();
      lock.lock();
      try {
        int seen = -1;
        long quietAt = deadline;
        boolean satisfied = false;
        while (true) {
          List<ReceivedSpan> now = spans();
          if (now.size() != seen) {
            seen = now.size();
            satisfied = condition.test(now);
            quietAt = System.nanoTime() + quiet.toNanos();
          }
          long left = (satisfied ? Math.min(quietAt, deadline) : deadline) - System.nanoTime();
          if (left <= 0) {
            return satisfied && quietAt <= System.nanoTime();
          }
          grown.awaitNanos(left);
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        throw new IllegalStateException("interrupted, " + left + " ms before the deadline");
      } finally {
        lock.unlock();
      }
    }
  }
}
