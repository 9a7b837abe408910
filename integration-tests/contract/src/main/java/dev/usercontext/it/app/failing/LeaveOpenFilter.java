package dev.usercontext.it.app.failing;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Opens a context of its own, and forgets it. */
@WebFilter(
    urlPatterns = {
      "/servlet/open/do/left-open-by-filter",
      "/servlet/secured/do/left-open-by-filter"
    },
    asyncSupported = true)
public class LeaveOpenFilter extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  private static final ContextKey<String> NOTE = ContextKey.named("note");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Context.current().with(NOTE, "left open").makeCurrent();
    chain.doFilter(request, response);
  }
}
