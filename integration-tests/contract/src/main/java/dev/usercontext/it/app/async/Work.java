package dev.usercontext.it.app.async;

import dev.usercontext.it.app.work.Greeter;
import dev.usercontext.it.app.work.RequestMark;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What is done on another thread, and the request around it. */
@ApplicationScoped
public class Work {

  @Inject Greeter greeter;
  @Inject Spans spans;

  /** The task: a span of the Tracer around two of {@code @WithSpan}. */
  public String run() {
    return spans.call("task", greeter::greet);
  }

  /** The task for another thread: also there it is known which request it is of. */
  public Supplier<String> task() {
    return RequestMark.carryFor(this::run);
  }

  /** The same of what follows a task. */
  public UnaryOperator<String> continuation() {
    String request = RequestMark.current();
    return result -> {
      try (RequestMark mark = RequestMark.open(request)) {
        return goOn(result);
      }
    };
  }

  /** What follows a task, on whatever thread. */
  public String goOn(String result) {
    spans.leaf("continuation");
    return result;
  }

  /** Waits, and does nothing else: a stage of the container may run its task on who joins it. */
  public <T> T await(CompletionStage<T> stage) {
    CompletableFuture<T> result = new CompletableFuture<>();
    stage.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            result.complete(value);
          } else {
            result.completeExceptionally(failure);
          }
        });
    return result.join();
  }

  /** The part of the request that starts a task. */
  public <T, X extends Throwable> T asking(Spans.Work<T, X> start) throws X {
    return spans.call("asking", start);
  }
}
