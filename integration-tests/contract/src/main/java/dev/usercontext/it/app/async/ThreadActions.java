package dev.usercontext.it.app.async;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import dev.usercontext.it.app.work.Action;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;

/** Threads that nobody manages, with and without OpenTelemetry's own wrapper. */
@ApplicationScoped
public class ThreadActions {

  @Inject Work work;

  @Produces
  @ApplicationScoped
  Action newThread() {
    return task("new-thread", ThreadActions::start);
  }

  @Produces
  @ApplicationScoped
  Action wrappedNewThread() {
    return task("new-thread-wrapped", task -> start(Context.current().wrap(task)));
  }

  @Produces
  @ApplicationScoped
  Action commonPool() {
    return Action.of("common-pool", () -> work.asking(() -> supplyAsync(work.task()).join()));
  }

  @Produces
  @ApplicationScoped
  Action wrappedCommonPool() {
    return Action.of(
        "common-pool-wrapped",
        () -> work.asking(() -> supplyAsync(Context.current().wrapSupplier(work.task())).join()));
  }

  @Produces
  @ApplicationScoped
  Action virtualThread() {
    return task("virtual-thread", ThreadActions::startVirtual);
  }

  @Produces
  @ApplicationScoped
  Action wrappedVirtualThread() {
    return task("virtual-thread-wrapped", task -> startVirtual(Context.current().wrap(task)));
  }

  private Action task(String name, Executor executor) {
    return Action.of(name, () -> work.asking(() -> supplyAsync(work.task(), executor).join()));
  }

  private static void start(Runnable task) {
    new Thread(task).start();
  }

  /** Java 17 compiles this, and has no such threads yet. */
  private static void startVirtual(Runnable task) {
    try {
      Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
