package dev.usercontext.it.app.across;

import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Answers as the upstream does that other tests call, with a span. */
@ApplicationScoped
public class HelloAction implements Action {

  @Inject Spans spans;

  @Override
  public String name() {
    return "hello";
  }

  @Override
  public String run(Parameters parameters) {
    spans.leaf("at the back");
    return "hello from the back";
  }
}
