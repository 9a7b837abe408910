package dev.usercontext.it.app.failing;

import dev.usercontext.UserContext;
import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Closes scopes in the wrong order, and each of them twice. */
@ApplicationScoped
public class ScopesOutOfOrderAction implements Action {

  @Inject Spans spans;

  @Override
  public String name() {
    return "scopes-out-of-order";
  }

  @Override
  public String run(Parameters parameters) {
    Scope outer = UserContext.builder("ada").build().makeCurrent();
    Scope inner = UserContext.builder("grace").build().makeCurrent();
    outer.close();
    spans.leaf("inner-still-open");
    inner.close();
    spans.leaf("both-closed");
    outer.close();
    inner.close();
    spans.leaf("both-closed-twice");
    return "closed";
  }
}
