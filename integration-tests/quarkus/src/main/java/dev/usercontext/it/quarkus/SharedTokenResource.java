package dev.usercontext.it.quarkus;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Waits for a token in a request. */
@Path("secured/shared-token")
@Produces(MediaType.TEXT_PLAIN)
public class SharedTokenResource {

  @Inject SharedToken token;

  @GET
  public String fetch() {
    return token.fetch("request");
  }
}
