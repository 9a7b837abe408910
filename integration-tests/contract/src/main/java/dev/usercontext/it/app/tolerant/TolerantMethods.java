package dev.usercontext.it.app.tolerant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Methods that Fault Tolerance runs on a thread of its own, again or otherwise if they fail. */
@ApplicationScoped
public class TolerantMethods {

  @Asynchronous
  public CompletionStage<String> stage(Supplier<String> task) {
    return CompletableFuture.completedFuture(task.get());
  }

  @Asynchronous
  @Retry(maxRetries = 1, delay = 0, jitter = 0)
  public CompletionStage<String> retry(Supplier<String> attempt) {
    return CompletableFuture.completedFuture(attempt.get());
  }

  @Asynchronous
  @Fallback(fallbackMethod = "instead")
  public CompletionStage<String> fail(Supplier<String> attempt, Supplier<String> instead) {
    return CompletableFuture.completedFuture(attempt.get());
  }

  CompletionStage<String> instead(Supplier<String> attempt, Supplier<String> instead) {
    return CompletableFuture.completedFuture(instead.get());
  }
}
