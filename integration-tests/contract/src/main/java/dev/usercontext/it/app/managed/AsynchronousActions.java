package dev.usercontext.it.app.managed;

import dev.usercontext.it.app.async.Work;
import dev.usercontext.it.app.work.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;

/** Calls methods that are {@code @Asynchronous}. */
@ApplicationScoped
public class AsynchronousActions {

  @Inject AsynchronousMethods methods;
  @Inject Work work;

  @Produces
  @ApplicationScoped
  Action stage() {
    return Action.of(
        "asynchronous-stage", () -> work.asking(() -> work.await(methods.stage(work.task()))));
  }

  @Produces
  @ApplicationScoped
  Action nothing() {
    return Action.of(
        "asynchronous-void",
        () ->
            work.asking(
                () -> {
                  CompletableFuture<String> done = new CompletableFuture<>();
                  methods.nothing(done, work.task());
                  return done.join();
                }));
  }

  @Produces
  @ApplicationScoped
  Action withSpan() {
    return Action.of(
        "asynchronous-with-span",
        () -> work.asking(() -> work.await(methods.withSpan(work.task()))));
  }
}
