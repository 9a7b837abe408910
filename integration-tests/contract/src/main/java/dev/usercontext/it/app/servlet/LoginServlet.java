package dev.usercontext.it.app.servlet;

import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Logs its caller in, and out again, in mid-request. */
@WebServlet("/servlet/open/login")
public class LoginServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Spans spans;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
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
    response.getWriter().print("logged out");
  }
}
