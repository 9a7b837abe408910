package dev.usercontext.it.app.login;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Logs in and out in a servlet. */
@WebServlet("/servlet/open/login")
public class LoginServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient MidRequestLogin login;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.getWriter().print(login.run(request));
  }
}
