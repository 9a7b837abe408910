package dev.usercontext.it.app.rest;

import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Fails in a way that the application has an ExceptionMapper for. */
@ApplicationScoped
public class MappedFailureAction implements Action {

  @Inject Spans spans;

  @Override
  public String name() {
    return "mapped-failure";
  }

  @Override
  public String run(Parameters parameters) {
    spans.leaf("before-failure");
    throw new MappedFailure();
  }
}
