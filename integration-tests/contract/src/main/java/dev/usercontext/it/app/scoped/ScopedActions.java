package dev.usercontext.it.app.scoped;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import dev.usercontext.UserContext;
import dev.usercontext.it.app.async.Background;
import dev.usercontext.it.app.async.Work;
import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Tasks for another user than the caller. */
@ApplicationScoped
public class ScopedActions {

  private static final UserContext ADA = UserContext.builder("ada").build();

  @Inject Background background;
  @Inject Spans spans;
  @Inject Work work;

  /** Starts a task of the container's executor in a scope. */
  @Produces
  @ApplicationScoped
  Action taskInScope() {
    return action("task-in-scope", () -> ADA.call(this::inBackground));
  }

  /** The scope is closed before the task begins. */
  @Produces
  @ApplicationScoped
  Action taskThatOutlivesItsScope() {
    return action(
        "task-after-scope",
        () -> {
          CompletableFuture<String> begin = new CompletableFuture<>();
          CompletableFuture<String> result;
          Supplier<String> task = work.task();
          try (Scope ignored = ADA.makeCurrent()) {
            result =
                supplyAsync(
                    () -> {
                      begin.join();
                      return task.get();
                    },
                    background);
          }
          begin.complete("now");
          return result.join();
        });
  }

  /** Opens a scope in a task of the container's executor. */
  @Produces
  @ApplicationScoped
  Action scopeInTask() {
    return action(
        "scope-in-task",
        () -> {
          Supplier<String> task = work.task();
          return supplyAsync(() -> ADA.call(task::get), background).join();
        });
  }

  @Produces
  @ApplicationScoped
  Action wrappedThread() {
    return action(
        "thread-wrapped-for-ada",
        () -> supplyAsync(work.task(), ADA.wrap((Executor) ScopedActions::start)).join());
  }

  private static void start(Runnable task) {
    new Thread(task).start();
  }

  private String inBackground() {
    return supplyAsync(work.task(), background).join();
  }

  private Action action(String name, Spans.Work<String, RuntimeException> start) {
    return Action.of(
        name,
        () ->
            work.asking(
                () -> {
                  String answer = start.call();
                  spans.leaf("after-scope");
                  return answer;
                }));
  }
}
