package dev.usercontext.it.app.managed;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Methods that the container runs on a thread of its executor. */
@ApplicationScoped
public class AsynchronousMethods {

  @Asynchronous
  public CompletionStage<String> stage(Supplier<String> task) {
    return Asynchronous.Result.complete(task.get());
  }

  @Asynchronous
  public void nothing(CompletableFuture<String> done, Supplier<String> task) {
    done.complete(task.get());
  }

  @Asynchronous
  @WithSpan("asynchronous")
  public CompletionStage<String> withSpan(Supplier<String> task) {
    return Asynchronous.Result.complete(task.get());
  }
}
