package dev.usercontext.it.quarkus;

import dev.usercontext.it.app.async.AnsweredCallers;
import dev.usercontext.it.app.async.Work;
import dev.usercontext.it.app.work.WaitingRequests;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;

/**
 * Works on, in the same method, once the caller has had the last event. On a server with servlets
 * the response ends with the method only.
 */
@Path("{zone: open|secured}/answered-events")
public class AnsweredEventsResource {

  @Inject AnsweredCallers callers;
  @Inject WaitingRequests waiting;
  @Inject Work work;

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void sendAndWorkOn(
      @Context SseEventSink sink,
      @Context Sse sse,
      @QueryParam(WaitingRequests.PARAMETER) String waitingAtMost) {
    if (!waiting.enter(waitingAtMost)) {
      throw new ServiceUnavailableException();
    }
    try {
      CompletableFuture<String> answered = callers.next();
      work.asking(
          () -> {
            try (sink) {
              return sink.send(sse.newEvent("that was all")).toCompletableFuture().join();
            }
          });
      answered.join();
      work.run();
    } finally {
      waiting.leave();
    }
  }
}
