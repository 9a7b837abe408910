package dev.usercontext.it.app.client;

import dev.usercontext.it.app.work.Action;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Calls another server with the MicroProfile REST Client. */
@ApplicationScoped
public class RestClientAction implements Action {

  @Override
  public String name() {
    return "rest-client";
  }

  @Override
  public String run(Parameters parameters) throws Exception {
    try (UpstreamClient upstream =
        RestClientBuilder.newBuilder()
            .baseUri(URI.create(parameters.get("upstream")))
            .build(UpstreamClient.class)) {
      return upstream.hello();
    }
  }
}
