package dev.usercontext.it.app.servlet;

import dev.usercontext.it.app.work.Spans;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Renders an error in a dispatch of its own. */
@WebServlet("/servlet/error-page")
public class ErrorPageServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Spans spans;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    spans.leaf("error-page");
    response.getWriter().print("sorry");
  }
}
