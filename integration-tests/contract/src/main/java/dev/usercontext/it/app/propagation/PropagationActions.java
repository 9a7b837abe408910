package dev.usercontext.it.app.propagation;

import dev.usercontext.it.app.async.Work;
import dev.usercontext.it.app.work.Action;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.FutureTask;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/** What MicroProfile Context Propagation can run a task on. */
@ApplicationScoped
public class PropagationActions {

  private final ManagedExecutor executor = ManagedExecutor.builder().build();
  private final ThreadContext contexts = ThreadContext.builder().build();

  @Inject Work work;

  @Produces
  @ApplicationScoped
  Action submit() {
    return Action.of("mp-submit", () -> work.asking(() -> executor.submit(work.task()::get).get()));
  }

  @Produces
  @ApplicationScoped
  Action supplyAsync() {
    return Action.of(
        "mp-supply",
        () ->
            work.asking(
                () ->
                    work.await(
                        executor.supplyAsync(work.task()).thenApplyAsync(work.continuation()))));
  }

  @Produces
  @ApplicationScoped
  Action contextualTask() {
    return Action.of(
        "mp-contextual-task",
        () ->
            work.asking(
                () -> {
                  FutureTask<String> task = new FutureTask<>(work.task()::get);
                  new Thread(contexts.contextualRunnable(task)).start();
                  return task.get();
                }));
  }

  @PreDestroy
  void close() {
    executor.shutdown();
  }
}
