package dev.usercontext.it.quarkus;

import dev.usercontext.UserContext;
import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A step of a request begins on its event loop while a worker of the same request is in a scope,
 * and ends when that has closed. Both share one Vert.x context, so the step leaves there, as the
 * current one, the context that it had found.
 */
@Path("secured/overlapping-step")
@Produces(MediaType.TEXT_PLAIN)
public class OverlappingStepResource {

  private static final UserContext ADA = UserContext.builder("ada").build();
  private static final UserContext BOB = UserContext.builder("bob").build();

  @Inject Spans spans;

  @GET
  public String overlap() {
    Context request = Vertx.currentContext();
    whenQuiet(request);
    Step step = new Step();
    CompletableFuture<String> item = new CompletableFuture<>();
    CompletableFuture<String> ofScope;
    try (Scope ignored = ADA.makeCurrent()) {
      ofScope = goOnWith(item);
      step.begin(request, "in-scope");
    }
    step.end();
    work("after-scope");
    item.complete("item");
    get(ofScope);

    BOB.run(
        () -> {
          Step inner = new Step();
          ADA.run(() -> inner.begin(request, "in-inner-scope"));
          inner.end();
          work("after-inner-scope");
        });
    return "overlapped";
  }

  /** What is assembled in a scope stays of it, also where it goes on when that has closed. */
  private CompletableFuture<String> goOnWith(CompletableFuture<String> item) {
    return Uni.createFrom()
        .completionStage(item)
        .invoke(() -> work("step-of-scope"))
        .subscribeAsCompletionStage();
  }

  private void work(String name) {
    spans.around(name, () -> spans.leaf(name + "-child"));
  }

  /** Quarkus overwrites what is attached before the event loop has done its part of a request. */
  private static void whenQuiet(Context request) {
    CompletableFuture<Void> quiet = new CompletableFuture<>();
    request.runOnContext(quiet::complete);
    get(quiet);
  }

  private static <T> T get(CompletableFuture<T> future) {
    return future.orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** Assembled outside of the scope that it begins in. */
  private final class Step {

    private final CompletableFuture<String> item = new CompletableFuture<>();
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<Void> mayEnd = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final CompletableFuture<String> result =
        Uni.createFrom().completionStage(item).map(this::slow).subscribeAsCompletionStage();

    private String slow(String value) {
      begun.complete(null);
      get(mayEnd);
      return value;
    }

    void begin(Context request, String name) {
      request.runOnContext(
          arrived -> {
            item.complete("item");
            ended.complete(null);
          });
      get(begun);
      spans.leaf(name);
    }

    void end() {
      mayEnd.complete(null);
      get(ended);
      get(result);
    }
  }
}
