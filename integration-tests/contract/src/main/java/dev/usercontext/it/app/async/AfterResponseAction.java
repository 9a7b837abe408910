package dev.usercontext.it.app.async;

import dev.usercontext.it.app.work.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Answers, and works on once the caller says that it has the answer. */
@ApplicationScoped
public class AfterResponseAction implements Action {

  @Inject AnsweredCallers callers;
  @Inject Background background;
  @Inject Work work;

  @Override
  public String name() {
    return "after-response";
  }

  @Override
  public String run(Parameters parameters) {
    CompletableFuture<String> answered = callers.next();
    return work.asking(
        () -> {
          Supplier<String> task = work.task();
          background.execute(
              () -> {
                answered.join();
                task.get();
              });
          return "see you later";
        });
  }
}
