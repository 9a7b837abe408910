package dev.usercontext.it.app.runas;

import dev.usercontext.it.app.work.Action;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** Calls an EJB that calls another as somebody else. */
@ApplicationScoped
public class RunAsAction implements Action {

  @EJB SystemEjb system;

  @Override
  public String name() {
    return "run-as";
  }

  @Override
  public String run(Parameters parameters) {
    return system.greet();
  }
}
