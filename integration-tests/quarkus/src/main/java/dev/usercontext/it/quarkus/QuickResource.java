package dev.usercontext.it.quarkus;

import dev.usercontext.it.app.work.Actions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** Runs actions on the event loop. */
@Path("quick/{zone: open|secured}")
@Produces(MediaType.TEXT_PLAIN)
public class QuickResource {

  @Inject Actions actions;

  @GET
  @Path("do/{action}")
  public Uni<String> run(@PathParam("action") String action, @Context UriInfo uri)
      throws Exception {
    if (!io.vertx.core.Context.isOnEventLoopThread()) {
      throw new IllegalStateException("not on the event loop");
    }
    return Uni.createFrom().item(actions.run(action, uri.getQueryParameters()::getFirst));
  }
}
