package dev.usercontext.it.app.rest;

import dev.usercontext.it.app.work.Actions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** A synchronous resource. The zones answer alike; the container protects all but the open one. */
@Path("{zone: open|secured|admin}")
@Produces(MediaType.TEXT_PLAIN)
public class ActionResource {

  @Inject Actions actions;

  @GET
  @Path("do/{action}")
  public String run(@PathParam("action") String action, @Context UriInfo uri) throws Exception {
    return actions.run(action, uri.getQueryParameters()::getFirst);
  }

  @GET
  @Path("admins-only")
  @RolesAllowed("admin")
  public String refuse() {
    return "nobody of this application is an admin";
  }
}
