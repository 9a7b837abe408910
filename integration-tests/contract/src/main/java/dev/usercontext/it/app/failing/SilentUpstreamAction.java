package dev.usercontext.it.app.failing;

import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.concurrent.TimeUnit;

/** Calls a server that never answers, waits as long as it may, and copes. */
@ApplicationScoped
public class SilentUpstreamAction implements Action {

  @Inject Spans spans;

  @Override
  public String name() {
    return "silent-upstream";
  }

  @Override
  public String run(Parameters parameters) {
    Client client = ClientBuilder.newBuilder().readTimeout(100, TimeUnit.MILLISECONDS).build();
    try {
      return client.target(parameters.get("upstream")).path("silent").request().get(String.class);
    } catch (ProcessingException timeout) {
      spans.leaf("after-timed-out-call");
      return "no answer";
    } finally {
      client.close();
    }
  }
}
