package dev.usercontext.it.app.async;

import dev.usercontext.it.app.work.RequestMark;
import dev.usercontext.it.app.work.Spans;
import dev.usercontext.it.app.work.WaitingRequests;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A resource for each way to answer later than the method returns. */
@Path("{zone: open|secured}/results")
@Produces(MediaType.TEXT_PLAIN)
public class ResultResource {

  @Inject Background background;
  @Inject Spans spans;
  @Inject WaitingRequests waiting;
  @Inject Work work;

  @GET
  @Path("stage")
  public CompletionStage<String> stage() {
    return work.asking(
        () ->
            CompletableFuture.supplyAsync(work.task(), background)
                .thenApplyAsync(work.continuation(), background));
  }

  @GET
  @Path("response")
  public void response(@Suspended AsyncResponse response) {
    work.asking(
        () -> {
          Supplier<String> task = work.task();
          background.execute(() -> response.resume(task.get()));
          return null;
        });
  }

  @GET
  @Path("timeout")
  public void timeout(@Suspended AsyncResponse response) {
    work.asking(
        () -> {
          Runnable noting = RequestMark.carry(() -> spans.leaf("on-timeout"));
          response.setTimeoutHandler(
              late -> {
                noting.run();
                late.resume(Response.status(Response.Status.SERVICE_UNAVAILABLE).build());
              });
          return response.setTimeout(10, TimeUnit.MILLISECONDS);
        });
  }

  @GET
  @Path("events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void events(
      @Context SseEventSink sink,
      @Context Sse sse,
      @QueryParam(WaitingRequests.PARAMETER) String waitingAtMost) {
    if (!waiting.enter(waitingAtMost)) {
      throw new ServiceUnavailableException();
    }
    Runnable sending = RequestMark.carry(() -> send(sink, sse));
    work.asking(
        () -> {
          // Quarkus loses the answer where its first event races with the end of this method.
          sink.send(sse.newEvent("event 0")).toCompletableFuture().join();
          background.execute(sending);
          return null;
        });
  }

  @GET
  @Path("streaming")
  public StreamingOutput streaming() {
    return work.asking(
        () -> {
          Supplier<String> task = work.task();
          return output -> output.write(task.get().getBytes(StandardCharsets.UTF_8));
        });
  }

  /** Some servers send, and close, on another thread of the same pool. */
  private void send(SseEventSink sink, Sse sse) {
    try (sink) {
      for (int i = 1; i <= 3; i++) {
        OutboundSseEvent event = sse.newEvent("event " + i);
        spans.call("event-" + i, () -> sink.send(event)).toCompletableFuture().join();
      }
    } finally {
      waiting.leave();
    }
  }
}
