package dev.usercontext.it.app.async;

import dev.usercontext.it.app.work.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import java.net.URI;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Calls another server without waiting for it at once. */
public final class ClientActions {

  private ClientActions() {}

  /** With {@code async()} of the JAX-RS client. */
  @ApplicationScoped
  public static class Async implements Action {

    @Inject Work work;

    @Override
    public String name() {
      return "jaxrs-client-async";
    }

    @Override
    public String run(Parameters parameters) throws Exception {
      return work.asking(
          () -> {
            Client client = ClientBuilder.newClient();
            try {
              return request(client, parameters).async().get(String.class).get();
            } finally {
              client.close();
            }
          });
    }
  }

  /** With {@code rx()} of the JAX-RS client, and what follows the answer. */
  @ApplicationScoped
  public static class Rx implements Action {

    @Inject Work work;

    @Override
    public String name() {
      return "jaxrs-client-rx";
    }

    @Override
    public String run(Parameters parameters) {
      return work.asking(
          () -> {
            Client client = ClientBuilder.newClient();
            try {
              return request(client, parameters)
                  .rx()
                  .get(String.class)
                  .thenApply(work.continuation())
                  .toCompletableFuture()
                  .join();
            } finally {
              client.close();
            }
          });
    }
  }

  /** With a MicroProfile REST Client that returns a CompletionStage, and what follows. */
  @ApplicationScoped
  public static class Stage implements Action {

    @Inject Work work;

    @Override
    public String name() {
      return "rest-client-stage";
    }

    @Override
    public String run(Parameters parameters) throws Exception {
      URI base = URI.create(parameters.get("upstream"));
      try (AsyncUpstreamClient upstream =
          RestClientBuilder.newBuilder().baseUri(base).build(AsyncUpstreamClient.class)) {
        return work.asking(
            () -> upstream.hello().thenApply(work.continuation()).toCompletableFuture().join());
      }
    }
  }

  private static Invocation.Builder request(Client client, Action.Parameters parameters) {
    return client.target(parameters.get("upstream")).path("hello").request();
  }
}
