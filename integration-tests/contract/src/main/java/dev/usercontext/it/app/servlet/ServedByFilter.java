package dev.usercontext.it.app.servlet;

import dev.usercontext.it.app.work.RequestMark;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Tells the caller which threads served it, and the application which request it works for. */
@WebFilter(
    urlPatterns = "/*",
    asyncSupported = true,
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR})
public class ServedByFilter extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.addHeader("Served-By", Thread.currentThread().getName());
    try (RequestMark mark = RequestMark.open(nameOf(request))) {
      chain.doFilter(request, response);
    }
  }

  /** Kept for dispatches, of which Quarkus does not tell the query. */
  private static String nameOf(HttpServletRequest request) {
    String name = RequestMark.in(request.getQueryString());
    if (name != null) {
      request.setAttribute(RequestMark.PARAMETER, name);
    }
    return (String) request.getAttribute(RequestMark.PARAMETER);
  }
}
