package dev.usercontext.dashboard.intake;

import java.util.concurrent.atomic.AtomicLong;

/** Memory that requests may take together, on any thread. */
final class ByteBudget {
  private final long limit;
  private final AtomicLong taken = new AtomicLong();

  ByteBudget(long limit) {
    this.limit = limit;
  }

  /** That of one request. For one thread at a time. */
  final class Share {
    private long bytes;

    /** Whether there was room for so many more. */
    boolean take(int more) {
      if (taken.addAndGet(more) > limit) {
        taken.addAndGet(-more);
        return false;
      }
      bytes += more;
      return true;
    }

    /** All of it; once more does nothing. */
    void giveBack() {
      taken.addAndGet(-bytes);
      bytes = 0;
    }
  }
}
