package dev.usercontext.it.app.failing;

import dev.usercontext.it.app.work.Spans;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionException;

/** Events for a caller who listens to the first of them only. */
@Path("{zone: open|secured}/partly/events")
public class LeftEventsResource {

  /** More than any buffer on the way to a caller that reads no more. */
  private static final int MANY = 20_000;

  private static final String NEWS = "news ".repeat(3_000);

  @Inject Spans spans;

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void sendUntilLeft(@Context SseEventSink sink, @Context Sse sse) {
    spans.leaf("before-leaving");
    try (sink) {
      for (int i = 0; i < MANY && !sink.isClosed(); i++) {
        sink.send(sse.newEvent(NEWS)).toCompletableFuture().join();
      }
    } catch (CompletionException | IllegalStateException left) {
      // As it should be.
    } finally {
      spans.leaf("after-leaving");
    }
  }
}
