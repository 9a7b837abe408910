package dev.usercontext.it.app.async;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.Closeable;
import java.util.concurrent.CompletionStage;

/** Another server, for which nobody waits. */
@Path("hello")
public interface AsyncUpstreamClient extends Closeable {

  @GET
  CompletionStage<String> hello();
}
