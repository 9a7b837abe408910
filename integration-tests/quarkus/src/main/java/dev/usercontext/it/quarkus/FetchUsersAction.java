package dev.usercontext.it.quarkus;

import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Works after somebody else has been authenticated by what it has asked for. */
@ApplicationScoped
public class FetchUsersAction implements Action {

  @Inject SharedUsers users;
  @Inject Spans spans;

  @Override
  public String name() {
    return "fetch-users";
  }

  @Override
  public String run(Parameters parameters) throws Exception {
    users.fetch();
    spans.around("fetched", () -> spans.leaf("fetched-child"));
    try (Scope ignored = Context.root().makeCurrent()) {
      spans.leaf("fetched-bare");
    }
    return "fetched";
  }
}
