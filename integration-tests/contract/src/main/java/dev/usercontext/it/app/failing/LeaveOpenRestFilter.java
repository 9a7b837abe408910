package dev.usercontext.it.app.failing;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Opens a context of its own before a resource, and forgets it. */
@Provider
public class LeaveOpenRestFilter implements ContainerRequestFilter {

  private static final ContextKey<String> NOTE = ContextKey.named("note");

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getUriInfo().getPath().endsWith("/left-open-by-filter")) {
      Context.current().with(NOTE, "left open").makeCurrent();
    }
  }
}
