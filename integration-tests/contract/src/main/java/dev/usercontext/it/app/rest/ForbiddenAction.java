package dev.usercontext.it.app.rest;

import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;

/** Finds that its caller may not do this. */
@ApplicationScoped
public class ForbiddenAction implements Action {

  @Inject Spans spans;

  @Override
  public String name() {
    return "forbidden";
  }

  @Override
  public String run(Parameters parameters) {
    spans.leaf("permission-check");
    throw new ForbiddenException();
  }
}
