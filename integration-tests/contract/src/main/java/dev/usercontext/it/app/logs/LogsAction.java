package dev.usercontext.it.app.logs;

import dev.usercontext.UserContext;
import dev.usercontext.it.app.async.AnsweredCallers;
import dev.usercontext.it.app.async.Background;
import dev.usercontext.it.app.work.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;

/** Logs in every place that a request comes to, and once its caller has the answer. */
@ApplicationScoped
public class LogsAction implements Action {

  private static final UserContext GRACE =
      UserContext.builder("grace-hopper").email("grace@example.com").build();

  @Inject AppLog log;
  @Inject Background background;
  @Inject AnsweredCallers callers;

  @Override
  public String name() {
    return "logs";
  }

  @Override
  public String run(Parameters parameters) throws InterruptedException {
    String mark = parameters.get("mark");
    log.say(mark + " request");
    GRACE.run(() -> log.say(mark + " scope"));
    CompletableFuture.runAsync(() -> log.say(mark + " task"), background).join();
    GRACE.run(() -> inThread(() -> log.say(mark + " bare")));
    inThread(GRACE.wrap(() -> log.say(mark + " wrapped")));
    log.say(mark + " after");
    CompletableFuture<String> answered = callers.next();
    background.execute(
        () -> {
          answered.join();
          log.say(mark + " answered");
        });
    return "logged";
  }

  /** On a new one, which inherits what threads inherit. */
  private static void inThread(Runnable task) {
    Thread thread = new Thread(task);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
