package dev.usercontext.it.quarkus;

import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks who its caller is. Where Quarkus authenticates lazily, it does so only now. */
@ApplicationScoped
public class AskIdentityAction implements Action {

  @Inject SecurityIdentity identity;
  @Inject Spans spans;

  @Override
  public String name() {
    return "ask-identity";
  }

  @Override
  public String run(Parameters parameters) {
    spans.leaf("over-before-asking");
    Span open = spans.open("open-at-asking");
    String name = identity.isAnonymous() ? "nobody" : identity.getPrincipal().getName();
    spans.leaf("after-asking");
    open.end();
    return name;
  }
}
