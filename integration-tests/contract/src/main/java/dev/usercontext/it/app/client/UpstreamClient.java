package dev.usercontext.it.app.client;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Another server. */
@Path("hello")
public interface UpstreamClient extends AutoCloseable {

  @GET
  String hello();
}
