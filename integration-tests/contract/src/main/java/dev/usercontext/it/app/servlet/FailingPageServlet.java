package dev.usercontext.it.app.servlet;

import dev.usercontext.it.app.work.Spans;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Ends in an error for which web.xml has a page: {@link ErrorPageServlet}. */
@WebServlet({"/servlet/open/failing-page", "/servlet/secured/failing-page"})
public class FailingPageServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  /** The status of the error page. */
  public static final int GONE = HttpServletResponse.SC_GONE;

  @Inject transient Spans spans;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    spans.leaf("before-error-page");
    response.sendError(GONE);
  }
}
