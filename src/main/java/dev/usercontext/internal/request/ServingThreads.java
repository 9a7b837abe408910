package dev.usercontext.internal.request;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The threads that process a request, one after the other; nearly always it is one. A thread that
 * has done its part may go on to show the CDI request scope of the request, where the server failed
 * to end that, to whatever it does next. Thread-safe, and a part of the request for the reason that
 * {@link RecordingSpans} are one.
 */
abstract class ServingThreads {

  private volatile @Nullable Thread now;
  private volatile @Nullable Thread left;

  /** Beside that one, which is all that most requests have. */
  private volatile List<Thread> othersLeft = List.of();

  /** This thread begins, or goes on, to process the request. */
  final synchronized void enterThread() {
    now = Thread.currentThread();
  }

  /** This thread has done its part; another one may have begun with its own already. */
  final synchronized void leaveThread() {
    Thread thread = Thread.currentThread();
    if (left == null) {
      left = thread;
    } else if (!hasLeft(thread)) {
      othersLeft = Stream.concat(othersLeft.stream(), Stream.of(thread)).toList();
    }
    if (now == thread) {
      now = null;
    }
  }

  /** No thread processes it any more. */
  final synchronized void endThreads() {
    now = null;
  }

  public final boolean isOnThisThread() {
    return now == Thread.currentThread();
  }

  /**
   * Whether this thread has done its part, and has not been asked for another one since: what it
   * still shows of the request is a left-over.
   */
  public final boolean hasLeftThisThread() {
    return !isOnThisThread() && hasLeft(Thread.currentThread());
  }

  private boolean hasLeft(Thread thread) {
    return left == thread || othersLeft.contains(thread);
  }
}
