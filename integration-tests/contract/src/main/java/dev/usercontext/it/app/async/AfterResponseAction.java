package dev.usercontext.it.app.async;

import dev.usercontext.it.app.rest.Passed;
import dev.usercontext.it.app.work.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Answers, and works on once the caller says that it has the answer. */
@ApplicationScoped
public class AfterResponseAction implements Action {

  private final Queue<CompletableFuture<String>> waiting = new ConcurrentLinkedQueue<>();

  @Inject Background background;
  @Inject Work work;

  @Override
  public String name() {
    return "after-response";
  }

  @Override
  public String run(Parameters parameters) {
    CompletableFuture<String> answered = new CompletableFuture<>();
    waiting.add(answered);
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

  void goOn(@Observes Passed sentinel) {
    for (CompletableFuture<String> next = waiting.poll(); next != null; next = waiting.poll()) {
      next.complete(sentinel.id());
    }
  }
}
