package dev.usercontext.it.app.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Fails in a way that the application does not handle. */
@ApplicationScoped
public class UnmappedFailureAction implements Action {

  @Inject Spans spans;

  @Override
  public String name() {
    return "unmapped-failure";
  }

  @Override
  public String run(Parameters parameters) {
    spans.around(
        "failing",
        () -> {
          throw new IllegalStateException("unmapped");
        });
    return "never";
  }
}
