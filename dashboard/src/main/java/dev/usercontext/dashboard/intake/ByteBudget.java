package dev.usercontext.dashboard.intake;

import java.util.concurrent.atomic.AtomicLong;

/** Memory that requests may take together. All methods may be called on any thread. */
final class ByteBudget {
  private final long limit;
  private final AtomicLong taken = new AtomicLong();

  ByteBudget(long limit) {
    this.limit = limit;
  }

  /** Whether there was room; what was taken is to be given back. */
  boolean take(long bytes) {
    if (taken.addAndGet(bytes) <= limit) {
      return true;
    }
    taken.addAndGet(-bytes);
    return false;
  }

  void giveBack(long bytes) {
    taken.addAndGet(-bytes);
  }
}
