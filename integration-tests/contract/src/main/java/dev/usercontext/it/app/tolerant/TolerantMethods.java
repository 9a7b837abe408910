package dev.usercontext.it.app.tolerant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Retry;

/** A method that the runtime calls on a thread of its own, and again where it has failed. */
@ApplicationScoped
public class TolerantMethods {

  @Asynchronous
  @Retry
  public CompletionStage<String> stage(Supplier<String> task) {
    return CompletableFuture.completedFuture(task.get());
  }
}
