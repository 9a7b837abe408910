package dev.usercontext.internal.servlet;

import dev.usercontext.internal.diagnostics.ProcessorPresence;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.api.trace.Span;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Runs after the server's own filters. Open Liberty starts the server span between the two, and in
 * its runtime mode without our processor.
 */
final class ServerSpanFilter implements Filter {

  private final AttributeRenderer renderer;

  ServerSpanFilter(AttributeRenderer renderer) {
    this.renderer = renderer;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http) {
      RequestUser user = ServletIdentity.userOf(http);
      if (user != null && user.attribute(Span.current(), renderer)) {
        ProcessorPresence.warnIfMissing();
      }
    }
    chain.doFilter(request, response);
  }
}
