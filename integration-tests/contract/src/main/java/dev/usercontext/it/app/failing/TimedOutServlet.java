package dev.usercontext.it.app.failing;

import dev.usercontext.it.app.work.Spans;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;

/** Begins to answer asynchronously, and nobody ever does. */
@WebServlet(
    urlPatterns = {"/servlet/open/timed-out", "/servlet/secured/timed-out"},
    asyncSupported = true)
public class TimedOutServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final long TIMEOUT_MILLIS = 100;

  @Inject transient Spans spans;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    spans.leaf("before-timeout");
    request.startAsync().setTimeout(TIMEOUT_MILLIS);
  }
}
