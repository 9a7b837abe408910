package dev.usercontext.it.app.rest;

import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Does nothing but start and end spans: what is measured under load. */
@Path("{zone: open|secured}/spans")
@Produces(MediaType.TEXT_PLAIN)
public class SpansResource {

  @Inject Tracer tracer;

  @GET
  @Path("{count}")
  public String start(@PathParam("count") int count) {
    for (int i = 0; i < count; i++) {
      tracer.spanBuilder("child").startSpan().end();
    }
    return "started";
  }
}
