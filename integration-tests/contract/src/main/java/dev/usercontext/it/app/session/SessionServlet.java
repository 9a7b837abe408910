package dev.usercontext.it.app.session;

import dev.usercontext.it.app.work.Spans;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Answers the id of the caller's session, and begins one where there is none. */
@WebServlet("/servlet/secured/session")
public class SessionServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Spans spans;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = request.getSession().getId();
    spans.leaf("in-session");
    response.getWriter().print(id);
  }
}
