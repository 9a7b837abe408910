package dev.usercontext.it.app.failing;

import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Works after a filter that has left a context of its own open. */
@ApplicationScoped
public class LeftOpenFilterAction implements Action {

  @Inject Spans spans;

  @Override
  public String name() {
    return "left-open-by-filter";
  }

  @Override
  public String run(Parameters parameters) {
    spans.leaf("behind-filter");
    return "left open";
  }
}
