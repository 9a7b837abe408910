package dev.usercontext.it.app.client;

import dev.usercontext.it.app.work.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;

/** Calls another server with the JAX-RS client. */
@ApplicationScoped
public class JaxRsClientAction implements Action {

  @Override
  public String name() {
    return "jaxrs-client";
  }

  @Override
  public String run(Parameters parameters) {
    Client client = ClientBuilder.newClient();
    try {
      return client.target(parameters.get("upstream")).path("hello").request().get(String.class);
    } finally {
      client.close();
    }
  }
}
