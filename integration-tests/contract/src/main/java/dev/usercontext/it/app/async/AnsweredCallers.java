package dev.usercontext.it.app.async;

import dev.usercontext.it.app.rest.Passed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** For work that goes on once its caller has the answer. */
@ApplicationScoped
public class AnsweredCallers {

  private final Queue<CompletableFuture<String>> waiting = new ConcurrentLinkedQueue<>();

  /** Is completed once the caller says that it has the answer. */
  public CompletableFuture<String> next() {
    CompletableFuture<String> answered = new CompletableFuture<>();
    waiting.add(answered);
    return answered;
  }

  void goOn(@Observes Passed sentinel) {
    for (CompletableFuture<String> next = waiting.poll(); next != null; next = waiting.poll()) {
      next.complete(sentinel.id());
    }
  }
}
