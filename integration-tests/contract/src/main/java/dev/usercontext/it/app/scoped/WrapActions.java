package dev.usercontext.it.app.scoped;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import dev.usercontext.UserContext;
import dev.usercontext.it.app.async.Work;
import dev.usercontext.it.app.work.Action;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** Hands the caller, whoever that is, to threads that nobody manages. */
@ApplicationScoped
public class WrapActions {

  /** One thread, so that all callers come to it. */
  private final ExecutorService pool = Executors.newSingleThreadExecutor();

  @Inject Work work;

  @Produces
  @ApplicationScoped
  Action runnable() {
    return forCaller(
        "wrap-runnable",
        user -> {
          FutureTask<String> task = new FutureTask<>(work.task()::get);
          pool.execute(user.wrap(task));
          return task;
        });
  }

  @Produces
  @ApplicationScoped
  Action callable() {
    return forCaller(
        "wrap-callable", user -> pool.submit(user.wrap((Callable<String>) work.task()::get)));
  }

  @Produces
  @ApplicationScoped
  Action stages() {
    return forCaller(
        "wrap-stages",
        user ->
            supplyAsync(user.wrapSupplier(work.task()), pool)
                .thenApplyAsync(user.wrapFunction(work.continuation()), pool));
  }

  @Produces
  @ApplicationScoped
  Action executor() {
    return forCaller(
        "wrap-executor",
        user -> {
          Executor executor = user.wrap((Executor) pool);
          return supplyAsync(work.task(), executor);
        });
  }

  @Produces
  @ApplicationScoped
  Action executorService() {
    return forCaller("wrap-executor-service", user -> user.wrap(pool).submit(work.task()::get));
  }

  private Action forCaller(String name, Function<UserContext, Future<String>> start) {
    return Action.of(
        name,
        () -> work.asking(() -> UserContext.current().map(start).orElseGet(this::plain).get()));
  }

  /** Nobody needs no wrapper; the thread is the same. */
  private Future<String> plain() {
    return pool.submit(work.task()::get);
  }

  @PreDestroy
  void close() {
    pool.shutdown();
  }
}
