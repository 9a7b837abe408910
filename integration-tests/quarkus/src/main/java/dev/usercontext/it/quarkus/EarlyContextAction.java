package dev.usercontext.it.quarkus;

import dev.usercontext.it.app.async.AnsweredCallers;
import dev.usercontext.it.app.async.Work;
import dev.usercontext.it.app.work.Action;
import io.opentelemetry.context.Context;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Works on a thread that nobody manages, when the caller says that it has the answer, in a context
 * that is older than the authentication of the request.
 */
@ApplicationScoped
public class EarlyContextAction implements Action {

  private static final String KEY = EarlyContextAction.class.getName();

  /** Quarkus authenticates at 200. */
  private static final int BEFORE_AUTHENTICATION = 900;

  @Inject RoutingContext request;
  @Inject AnsweredCallers callers;
  @Inject Work work;

  void keep(@Observes Filters filters) {
    filters.register(
        arriving -> arriving.put(KEY, Context.current()).next(), BEFORE_AUTHENTICATION);
  }

  @Override
  public String name() {
    return "context-of-before";
  }

  @Override
  public String run(Parameters parameters) {
    CompletableFuture<String> answered = callers.next();
    Context early = request.get(KEY);
    return work.asking(
        () -> {
          Supplier<String> task = work.task();
          Runnable late =
              () -> {
                answered.join();
                task.get();
              };
          new Thread(early.wrap(late)).start();
          return "see you later";
        });
  }
}
