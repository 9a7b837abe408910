package dev.usercontext.internal.servlet;

import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.testkit.FakeRequest;
import dev.usercontext.testkit.Sneaky;
import jakarta.servlet.http.HttpServletRequest;

/** Sends requests through the filter to a servlet. */
final class FakeServer {

  @FunctionalInterface
  interface Servlet {
    void service(HttpServletRequest request) throws Throwable;
  }

  private final UserContextFilter filter = new UserContextFilter(UserContextConfig.load());

  void handle(FakeRequest request, Runnable work) {
    handle(request, wrapped -> work.run());
  }

  void handle(FakeRequest request, Servlet servlet) {
    dispatch(request.request(), servlet);
  }

  /** One dispatch; what the servlet throws arrives here. */
  void dispatch(HttpServletRequest request, Servlet servlet) {
    try {
      filter.doFilter(
          request,
          null,
          (wrapped, response) -> {
            try {
              servlet.service((HttpServletRequest) wrapped);
            } catch (Throwable thrown) {
              throw Sneaky.rethrow(thrown);
            }
          });
    } catch (Throwable thrown) {
      throw Sneaky.rethrow(thrown);
    }
  }
}
