package dev.usercontext.it.app.attributed;

import dev.usercontext.UserContext;
import dev.usercontext.it.app.work.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reads the injected user: of the request, within a scope, and after it. */
@ApplicationScoped
public class InjectedUserAction implements Action {

  @Inject UserContext user;

  @Override
  public String name() {
    return "injected";
  }

  @Override
  public String run(Parameters parameters) {
    return read() + " > " + UserContext.builder("ada").build().call(this::read) + " > " + read();
  }

  private String read() {
    return user.isPresent() ? user.userId() : "nobody";
  }
}
