package dev.usercontext.it.app.managed;

import dev.usercontext.it.app.async.Work;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Methods that the container runs on a thread of its executor. */
@ApplicationScoped
public class AsynchronousMethods {

  @Inject Work work;

  @Asynchronous
  public CompletionStage<String> stage() {
    return Asynchronous.Result.complete(work.run());
  }

  @Asynchronous
  public void nothing(CompletableFuture<String> done) {
    done.complete(work.run());
  }

  @Asynchronous
  @WithSpan("asynchronous")
  public CompletionStage<String> withSpan() {
    return Asynchronous.Result.complete(work.run());
  }
}
