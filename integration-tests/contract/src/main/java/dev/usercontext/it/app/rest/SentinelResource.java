package dev.usercontext.it.app.rest;

import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Ends a span that a test recognises: whatever ended before it has been exported before it. */
@Path("sentinel/{id}")
public class SentinelResource {

  @Inject Event<Passed> passed;
  @Inject Spans spans;

  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public String pass(@PathParam("id") String id) {
    passed.fire(new Passed(id));
    spans.detached("sentinel " + id);
    return id;
  }
}
