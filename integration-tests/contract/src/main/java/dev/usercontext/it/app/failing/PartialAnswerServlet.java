package dev.usercontext.it.app.failing;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Answers of which the caller gets a part. */
@WebServlet({"/servlet/open/partly/*", "/servlet/secured/partly/*"})
public class PartialAnswerServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Chunks chunks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getPathInfo()) {
      case "/broken-off" -> chunks.breakOff(response.getOutputStream());
      case "/aborted-without-context" -> chunks.writeWithoutContext(response.getOutputStream());
      default -> chunks.writeUntilAborted(response.getOutputStream());
    }
  }
}
