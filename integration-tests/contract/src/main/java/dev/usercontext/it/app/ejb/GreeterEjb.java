package dev.usercontext.it.app.ejb;

import dev.usercontext.it.app.work.Spans;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** A synchronous EJB. */
@Stateless
public class GreeterEjb {

  @Inject Spans spans;

  @Resource SessionContext session;

  public String greet() {
    spans.around("ejb", () -> spans.leaf("ejb-child"));
    return "hello " + session.getCallerPrincipal().getName();
  }
}
