package dev.usercontext.it.quarkus;

import dev.usercontext.UserContext;
import dev.usercontext.it.app.async.Work;
import dev.usercontext.it.app.rest.Passed;
import dev.usercontext.it.app.work.Action;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Tasks of Quarkus's plain executor that begin when something else is in effect. */
@ApplicationScoped
public class PlainExecutorActions {

  private static final UserContext ADA = UserContext.builder("ada").build();

  private final Queue<CompletableFuture<String>> waiting = new ConcurrentLinkedQueue<>();

  @Inject ExecutorService plain;
  @Inject Work work;

  /** Begins once the caller says that it has the answer. */
  @Produces
  @ApplicationScoped
  Action afterResponse() {
    return Action.of(
        "injected-plain-after-response",
        () ->
            work.asking(
                () -> {
                  CompletableFuture<String> answered = new CompletableFuture<>();
                  submit(answered, work.task());
                  waiting.add(answered);
                  return "see you later";
                }));
  }

  /** Begins once the scope that it was handed over in is closed. */
  @Produces
  @ApplicationScoped
  Action afterScope() {
    return Action.of(
        "injected-plain-after-scope",
        () ->
            work.asking(
                () -> {
                  CompletableFuture<String> begin = new CompletableFuture<>();
                  Future<String> result;
                  Supplier<String> task = work.task();
                  try (Scope ignored = ADA.makeCurrent()) {
                    result = submit(begin, task);
                  }
                  begin.complete("now");
                  return result.get();
                }));
  }

  private Future<String> submit(CompletableFuture<String> begin, Supplier<String> task) {
    return plain.submit(
        () -> {
          begin.join();
          return task.get();
        });
  }

  void goOn(@Observes Passed sentinel) {
    for (CompletableFuture<String> next = waiting.poll(); next != null; next = waiting.poll()) {
      next.complete(sentinel.id());
    }
  }
}
