package dev.usercontext.it.app.failing;

import dev.usercontext.UserContext;
import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Leaves scopes open, on the thread that comes to serve somebody else. */
@ApplicationScoped
public class LeftOpenUserAction implements Action {

  @Inject Spans spans;

  @Override
  public String name() {
    return "left-open-user";
  }

  @Override
  public String run(Parameters parameters) {
    spans.leaf("before-left-open");
    UserContext.builder("ada").build().makeCurrent();
    spans.leaf("ada");
    UserContext.builder("grace").build().makeCurrent();
    spans.leaf("grace");
    return "left open";
  }
}
