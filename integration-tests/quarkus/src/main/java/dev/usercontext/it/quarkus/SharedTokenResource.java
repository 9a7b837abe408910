package dev.usercontext.it.quarkus;

import dev.usercontext.it.app.work.Spans;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletableFuture;

/**
 * Fetches a token for the whole application, and while it is on its way a job of no request needs
 * it, too. It comes where it was asked for first, in the Vert.x context of the request.
 */
@Path("secured/shared-token")
@Produces(MediaType.TEXT_PLAIN)
public class SharedTokenResource {

  @Inject Spans spans;

  @GET
  public String fetch() {
    CompletableFuture<String> fetched = new CompletableFuture<>();
    Uni<String> token = Uni.createFrom().completionStage(fetched).memoize().indefinitely();
    CompletableFuture<String> request = use(token, "request");
    CompletableFuture<String> job =
        CompletableFuture.supplyAsync(
                () -> use(token, "job"), task -> new Thread(task, "job").start())
            .join();
    Vertx.currentContext().runOnContext(arrived -> fetched.complete("token"));
    return request.join() + job.join();
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
