package dev.usercontext.it.app.ejb;

import dev.usercontext.it.app.work.Action;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** Calls an EJB. */
@ApplicationScoped
public class EjbAction implements Action {

  @EJB GreeterEjb greeter;

  @Override
  public String name() {
    return "ejb";
  }

  @Override
  public String run(Parameters parameters) {
    return greeter.greet();
  }
}
