package dev.usercontext.it.app.resolver;

import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Works although the resolver fails. */
@ApplicationScoped
public class ResolverFailsAction implements Action {

  @Inject Spans spans;

  @Override
  public String name() {
    return "resolver-fails";
  }

  @Override
  public String run(Parameters parameters) {
    spans.leaf("work");
    return "answered all the same";
  }
}
