package dev.usercontext.it.app.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Spans of the injected Tracer: a child, a grandchild and one without a parent. */
@ApplicationScoped
public class TracerAction implements Action {

  @Inject Spans spans;

  @Override
  public String name() {
    return "tracer";
  }

  @Override
  public String run(Parameters parameters) {
    spans.around("child", () -> spans.leaf("grandchild"));
    spans.detached("detached");
    return "traced";
  }
}
