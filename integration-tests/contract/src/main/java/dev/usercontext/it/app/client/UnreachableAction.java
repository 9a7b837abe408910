package dev.usercontext.it.app.client;

import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;

/** Calls a server that is not there, and copes. */
@ApplicationScoped
public class UnreachableAction implements Action {

  @Inject Spans spans;

  @Override
  public String name() {
    return "unreachable";
  }

  @Override
  public String run(Parameters parameters) {
    Client client = ClientBuilder.newClient();
    try {
      return client.target(parameters.get("unreachable")).request().get(String.class);
    } catch (ProcessingException unreachable) {
      spans.leaf("after-failed-call");
      return "nobody there";
    } finally {
      client.close();
    }
  }
}
