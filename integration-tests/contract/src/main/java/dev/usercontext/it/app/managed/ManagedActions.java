package dev.usercontext.it.app.managed;

import dev.usercontext.it.app.async.Work;
import dev.usercontext.it.app.work.Action;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;

/** Everything that the container's defaults can run a task on. */
@ApplicationScoped
public class ManagedActions {

  @Resource ContextService contexts;
  @Resource ManagedExecutorService executor;
  @Resource ManagedScheduledExecutorService scheduler;
  @Resource ManagedThreadFactory threads;
  @Inject Work work;

  @Produces
  @ApplicationScoped
  Action submit() {
    return Action.of(
        "managed-submit", () -> work.asking(() -> executor.submit(work.task()::get).get()));
  }

  @Produces
  @ApplicationScoped
  Action supplyAsync() {
    return Action.of(
        "managed-supply",
        () ->
            work.asking(
                () ->
                    work.await(
                        executor.supplyAsync(work.task()).thenApplyAsync(work.continuation()))));
  }

  @Produces
  @ApplicationScoped
  Action schedule() {
    return Action.of(
        "managed-schedule",
        () ->
            work.asking(
                () -> scheduler.schedule(work.task()::get, 1, TimeUnit.MILLISECONDS).get()));
  }

  /** A factory carries the context of the moment in which it is looked up: that of this request. */
  @Produces
  @ApplicationScoped
  Action lookedUpThreadFactory() {
    return Action.of(
        "managed-thread",
        () ->
            work.asking(
                () -> runOn(InitialContext.doLookup("java:comp/DefaultManagedThreadFactory"))));
  }

  /** One that the container injected carries what it met then, perhaps an earlier request. */
  @Produces
  @ApplicationScoped
  Action injectedThreadFactory() {
    return Action.of("managed-thread-injected", () -> work.asking(() -> runOn(threads)));
  }

  @Produces
  @ApplicationScoped
  Action contextualTask() {
    return Action.of(
        "contextual-task",
        () ->
            work.asking(
                () -> {
                  FutureTask<String> task = new FutureTask<>(work.task()::get);
                  new Thread(contexts.contextualRunnable(task)).start();
                  return task.get();
                }));
  }

  private String runOn(ThreadFactory factory) throws Exception {
    FutureTask<String> task = new FutureTask<>(work.task()::get);
    factory.newThread(task).start();
    return task.get();
  }
}
