package dev.usercontext.it.app.rest;

import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;

/** Looks for something that is not there. */
@ApplicationScoped
public class NotFoundAction implements Action {

  @Inject Spans spans;

  @Override
  public String name() {
    return "not-found";
  }

  @Override
  public String run(Parameters parameters) {
    spans.leaf("look-up");
    throw new NotFoundException();
  }
}
