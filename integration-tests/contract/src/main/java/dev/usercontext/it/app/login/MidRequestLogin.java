package dev.usercontext.it.app.login;

import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

/** Logs the caller in, and out again, in mid-request. */
@ApplicationScoped
public class MidRequestLogin {

  @Inject Spans spans;

  public String run(HttpServletRequest request) throws ServletException {
    spans.leaf("over-before-login");
    Span open = spans.open("open-at-login");
    String user = request.getParameter("user");
    if (user != null) {
      request.login(user, request.getParameter("password"));
    }
    spans.leaf("after-login");
    open.end();
    request.logout();
    spans.leaf("after-logout");
    return "logged out";
  }
}
