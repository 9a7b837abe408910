package dev.usercontext.it.quarkus;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Who may log in, for the whole application. It comes in the Vert.x context of the request that has
 * asked for it first; who logs in meanwhile waits for the same, and is authenticated there.
 */
@ApplicationScoped
public class SharedUsers {

  private static final long PATIENCE_SECONDS = 30;

  private final Semaphore waiting = new Semaphore(0);
  private volatile CompletableFuture<Boolean> fetched = new CompletableFuture<>();

  Uni<Boolean> get() {
    return Uni.createFrom().<Boolean>emitter(this::await);
  }

  private void await(UniEmitter<? super Boolean> login) {
    Uni<Boolean> users = Uni.createFrom().completionStage(fetched);
    users.subscribe().with(login::complete, login::fail);
    waiting.release();
  }

  /** Fetches it as soon as somebody waits for it, and returns when that one is authenticated. */
  void fetch() throws Exception {
    if (!waiting.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody came");
    }
    CompletableFuture<Boolean> arriving = fetched;
    fetched = new CompletableFuture<>();
    CompletableFuture<Boolean> arrived = new CompletableFuture<>();
    Vertx.currentContext()
        .runOnContext(
            response -> {
              arriving.complete(true);
              arrived.complete(true);
            });
    arrived.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
