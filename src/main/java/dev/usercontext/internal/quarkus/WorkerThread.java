package dev.usercontext.internal.quarkus;

import io.vertx.core.Context;
import java.util.concurrent.RejectedExecutionException;

/** What has to block, for work that is on an event loop and waits for it without blocking. */
final class WorkerThread {

  private WorkerThread() {}

  /**
   * Runs a task.
   *
   * @param context the one of the work, which the task and what follows see
   * @param next runs on the event loop of that afterwards, whatever has become of the task
   */
  static void run(Context context, Runnable task, Runnable next) {
    try {
      context
          .executeBlocking(
              () -> {
                task.run();
                return null;
              },
              false)
          .onComplete(done -> next.run());
    } catch (RejectedExecutionException e) {
      // No worker is to be had: a request without a user is better than one without an answer.
      next.run();
    }
  }
}
