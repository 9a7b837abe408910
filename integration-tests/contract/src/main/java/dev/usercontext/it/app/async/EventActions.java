package dev.usercontext.it.app.async;

import dev.usercontext.it.app.work.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** CDI's asynchronous events, delivered by the executor of the container and by a managed one. */
@ApplicationScoped
public class EventActions {

  @Inject Background background;
  @Inject Event<Errand> errands;
  @Inject Work work;

  @Produces
  @ApplicationScoped
  Action fireAsync() {
    return Action.of("fire-async", () -> deliver(errand -> errands.fireAsync(errand)));
  }

  @Produces
  @ApplicationScoped
  Action fireAsyncOnManagedExecutor() {
    NotificationOptions managed = NotificationOptions.ofExecutor(background);
    return Action.of(
        "fire-async-managed", () -> deliver(errand -> errands.fireAsync(errand, managed)));
  }

  private String deliver(Function<Errand, CompletionStage<Errand>> fire) {
    return work.asking(() -> work.await(fire.apply(new Errand(work.task())))).answer;
  }

  void run(@ObservesAsync Errand errand) {
    errand.answer = errand.task.get();
  }

  /** What an observer is asked for, and its answer. */
  static final class Errand {
    private final Supplier<String> task;
    private volatile String answer;

    private Errand(Supplier<String> task) {
      this.task = task;
    }
  }
}
