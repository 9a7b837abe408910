package dev.usercontext.it.app.servlet;

import dev.usercontext.it.app.work.Actions;
import dev.usercontext.it.app.work.RequestMark;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** A plain servlet, and what {@link RedispatchServlet} dispatches to. */
@WebServlet(
    urlPatterns = {"/servlet/open/do/*", "/servlet/secured/do/*", "/servlet/admin/do/*"},
    asyncSupported = true)
public class ActionServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Actions actions;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      // What request it is, the filter knows.
      String answer =
          actions.run(
              request.getPathInfo().substring(1),
              name -> name.equals(RequestMark.PARAMETER) ? null : request.getParameter(name));
      response.setContentType("text/plain");
      response.getWriter().print(answer);
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new ServletException(failure);
    }
  }
}
