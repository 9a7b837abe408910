package dev.usercontext.it.quarkus;

import dev.usercontext.it.app.async.Work;
import dev.usercontext.it.app.work.Action;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.Closeable;
import java.net.URI;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Calls another server with a REST Client that returns a Uni. */
@ApplicationScoped
public class UniClientAction implements Action {

  @Inject Work work;

  @Override
  public String name() {
    return "rest-client-uni";
  }

  @Override
  public String run(Parameters parameters) throws Exception {
    URI base = URI.create(parameters.get("upstream"));
    try (Upstream upstream = RestClientBuilder.newBuilder().baseUri(base).build(Upstream.class)) {
      return work.asking(() -> upstream.hello().map(work.continuation()).await().indefinitely());
    }
  }

  /** Another server. */
  @Path("hello")
  public interface Upstream extends Closeable {

    @GET
    Uni<String> hello();
  }
}
