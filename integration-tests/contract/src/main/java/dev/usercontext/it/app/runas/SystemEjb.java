package dev.usercontext.it.app.runas;

import dev.usercontext.it.app.ejb.GreeterEjb;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;

/** Works with the rights of an administrator, for whoever calls it. */
@Stateless
@PermitAll
@RunAs("admin")
public class SystemEjb {

  @EJB GreeterEjb greeter;

  public String greet() {
    return greeter.greet();
  }
}
