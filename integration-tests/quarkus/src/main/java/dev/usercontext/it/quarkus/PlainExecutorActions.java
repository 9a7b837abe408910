package dev.usercontext.it.quarkus;

import dev.usercontext.UserContext;
import dev.usercontext.it.app.async.AnsweredCallers;
import dev.usercontext.it.app.async.Work;
import dev.usercontext.it.app.work.Action;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tasks of Quarkus's plain executor that begin late. It takes along what is in effect in the Vert.x
 * context of the request when a task begins, not when it is handed over.
 */
@ApplicationScoped
public class PlainExecutorActions {

  private static final UserContext ADA = UserContext.builder("ada").build();

  @Inject ExecutorService plain;
  @Inject ScheduledExecutorService scheduler;
  @Inject Work work;
  @Inject AnsweredCallers callers;

  /** Begins at once, and goes on when the caller says that it has the answer. */
  @Produces
  @ApplicationScoped
  Action goesOn() {
    return later(
        "injected-plain-goes-on",
        task -> {
          CompletableFuture<String> answered = callers.next();
          plain.submit(
              () -> {
                answered.join();
                task.get();
              });
        });
  }

  /** Begins when the request is long over, unless the machine is very busy. */
  @Produces
  @ApplicationScoped
  Action beginsAfterResponse() {
    return later("injected-plain-after-response", this::late);
  }

  /** Begins in a request that goes on, when the scope that it was handed over in is closed. */
  @Produces
  @ApplicationScoped
  Action beginsAfterScope() {
    return Action.of(
        "injected-plain-after-scope",
        () ->
            work.asking(
                () -> {
                  Future<String> result;
                  Supplier<String> task = work.task();
                  try (Scope ignored = ADA.makeCurrent()) {
                    result = late(task);
                  }
                  return result.get();
                }));
  }

  private Action later(String name, Consumer<Supplier<String>> start) {
    return Action.of(
        name,
        () ->
            work.asking(
                () -> {
                  start.accept(work.task());
                  return "see you later";
                }));
  }

  private Future<String> late(Supplier<String> task) {
    return scheduler.schedule(task::get, 300, TimeUnit.MILLISECONDS);
  }
}
