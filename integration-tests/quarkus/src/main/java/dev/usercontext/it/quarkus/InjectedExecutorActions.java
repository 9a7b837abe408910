package dev.usercontext.it.quarkus;

import dev.usercontext.it.app.async.Work;
import dev.usercontext.it.app.work.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.context.ManagedExecutor;

/** What Quarkus itself has to inject that runs tasks. */
@ApplicationScoped
public class InjectedExecutorActions {

  @Inject ManagedExecutor executor;
  @Inject ExecutorService plain;
  @Inject ScheduledExecutorService scheduler;
  @Inject Work work;

  @Produces
  @ApplicationScoped
  Action submit() {
    return Action.of(
        "injected-submit", () -> work.asking(() -> executor.submit(work.task()::get).get()));
  }

  @Produces
  @ApplicationScoped
  Action submitPlain() {
    return Action.of(
        "injected-plain-submit", () -> work.asking(() -> plain.submit(work.task()::get).get()));
  }

  @Produces
  @ApplicationScoped
  Action schedule() {
    return Action.of(
        "injected-schedule",
        () ->
            work.asking(
                () -> scheduler.schedule(work.task()::get, 1, TimeUnit.MILLISECONDS).get()));
  }
}
