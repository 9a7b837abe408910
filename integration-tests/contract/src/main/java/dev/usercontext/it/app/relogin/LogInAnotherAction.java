package dev.usercontext.it.app.relogin;

import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

/** Logs out whoever has sent the request, and then logs bob in. */
@ApplicationScoped
public class LogInAnotherAction implements Action {

  @Inject Spans spans;
  @Inject HttpServletRequest request;

  @Override
  public String name() {
    return "log-in-another";
  }

  @Override
  public String run(Parameters parameters) throws ServletException {
    boolean loggedIn = request.getUserPrincipal() != null;
    spans.leaf("before-logout");
    request.logout();
    spans.leaf("after-logout");
    if (loggedIn) {
      request.login("bob", "bob-secret");
    }
    spans.leaf("after-login");
    return "logged in";
  }
}
