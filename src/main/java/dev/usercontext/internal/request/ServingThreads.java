package dev.usercontext.internal.request;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The threads that process a request, one after the other; nearly always it is one. A thread that
 * has done its part may go on to show the CDI request scope of the request, where the server failed
 * to end that, to whatever it does next. Thread-safe.
 */
final class ServingThreads {

  private volatile @Nullable Thread now;
  private volatile List<Thread> left = List.of();

  /** This thread begins, or goes on, to process the request. */
  synchronized void enter() {
    now = Thread.currentThread();
  }

  /** This thread has done its part; another one may have begun with its own already. */
  synchronized void leave() {
    Thread thread = Thread.currentThread();
    if (!left.contains(thread)) {
      left = left.isEmpty() ? List.of(thread) : with(thread);
    }
    if (now == thread) {
      now = null;
    }
  }

  private List<Thread> with(Thread thread) {
    return Stream.concat(left.stream(), Stream.of(thread)).toList();
  }

  /** No thread processes it any more. */
  synchronized void end() {
    now = null;
  }

  boolean isThisOne() {
    return now == Thread.currentThread();
  }

  /** Whether this thread has done its part, and has not been asked for another one since. */
  boolean hasThisOneLeft() {
    return !isThisOne() && left.contains(Thread.currentThread());
  }
}
