package dev.usercontext.it.app.resolver;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Where a resolver hangs until another request lets it go. */
@ApplicationScoped
public class Gate {

  private static final long PATIENCE_SECONDS = 30;

  private final Semaphore hanging = new Semaphore(0);
  private final Semaphore released = new Semaphore(0);

  public void hang() {
    hanging.release();
    acquire(released);
  }

  void release() {
    acquire(hanging);
    released.release();
  }

  private static void acquire(Semaphore semaphore) {
    try {
      if (!semaphore.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody came");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
