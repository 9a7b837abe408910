package dev.usercontext.it.app.mechanism;

import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Logs its caller in with {@link SecurityContext#authenticate}. */
@WebServlet("/servlet/open/authenticate")
public class AuthenticateServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient SecurityContext security;
  @Inject transient Spans spans;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    spans.leaf("over-before-login");
    Span open = spans.open("open-at-login");
    String user = request.getParameter("user");
    if (user != null) {
      security.authenticate(
          request,
          response,
          AuthenticationParameters.withParams()
              .credential(new UsernamePasswordCredential(user, request.getParameter("password"))));
    }
    spans.leaf("after-login");
    open.end();
    response.getWriter().print("authenticated");
  }
}
