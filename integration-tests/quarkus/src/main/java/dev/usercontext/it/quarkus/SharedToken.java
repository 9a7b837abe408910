package dev.usercontext.it.quarkus;

import dev.usercontext.it.app.work.Spans;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;

/**
 * A token for the whole application, which a job of nobody needs, too, while it is on its way. It
 * comes where it was asked for first, in the Vert.x context of who has.
 */
@ApplicationScoped
public class SharedToken {

  @Inject Spans spans;

  /**
   * Waits for it, on a thread that may.
   *
   * @param first what the spans of who asks first are named after
   */
  public String fetch(String first) {
    CompletableFuture<String> fetched = new CompletableFuture<>();
    Uni<String> token = Uni.createFrom().completionStage(fetched).memoize().indefinitely();
    CompletableFuture<String> asked = use(token, first);
    CompletableFuture<String> job =
        CompletableFuture.supplyAsync(
                () -> use(token, "job"), task -> new Thread(task, "job").start())
            .join();
    Vertx.currentContext().runOnContext(arrived -> fetched.complete("token"));
    return asked.join() + job.join();
  }

  /** Goes on with it in the trace of whoever asks. */
  private CompletableFuture<String> use(Uni<String> token, String name) {
    return spans.call(
        name,
        () ->
            token
                .invoke(() -> spans.around(name + "-goes-on", () -> spans.leaf(name + "-child")))
                .subscribeAsCompletionStage());
  }
}
