package dev.usercontext.it.app.servlet;

import dev.usercontext.it.app.work.RequestMark;
import dev.usercontext.it.app.work.Spans;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;

/** Begins a request and leaves the rest of it to an asynchronous dispatch. */
@WebServlet(
    urlPatterns = {"/servlet/open/redispatch/*", "/servlet/secured/redispatch/*"},
    asyncSupported = true)
public class RedispatchServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Spans spans;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    spans.leaf("before-dispatch");
    String target = request.getServletPath().replace("redispatch", "do") + request.getPathInfo();
    request.startAsync(request, response).dispatch(RequestMark.carryIn(target));
  }
}
