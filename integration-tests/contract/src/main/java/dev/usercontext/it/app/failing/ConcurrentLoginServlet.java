package dev.usercontext.it.app.failing;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Logs in while another thread works. */
@WebServlet("/servlet/open/concurrent-login")
public class ConcurrentLoginServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient ConcurrentLogin login;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      response.getWriter().print(login.run(request));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
