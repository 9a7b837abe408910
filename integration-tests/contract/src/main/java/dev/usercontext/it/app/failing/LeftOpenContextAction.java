package dev.usercontext.it.app.failing;

import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Leaves a context of its own open, as some libraries do. */
@ApplicationScoped
public class LeftOpenContextAction implements Action {

  private static final ContextKey<String> NOTE = ContextKey.named("note");

  @Inject Spans spans;

  @Override
  public String name() {
    return "left-open-context";
  }

  @Override
  public String run(Parameters parameters) {
    spans.leaf("before-left-open");
    Context.current().with(NOTE, "left open").makeCurrent();
    spans.leaf("after-left-open");
    return "left open";
  }
}
