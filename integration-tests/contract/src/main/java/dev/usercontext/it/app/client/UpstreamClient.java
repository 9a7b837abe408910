package dev.usercontext.it.app.client;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.Closeable;

/** Another server. */
@Path("hello")
public interface UpstreamClient extends Closeable {

  @GET
  String hello();
}
