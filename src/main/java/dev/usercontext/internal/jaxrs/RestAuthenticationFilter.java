package dev.usercontext.internal.jaxrs;

import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.request.RequestUser;
import io.opentelemetry.api.trace.Span;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Looks again once the filters that authenticate have run: the application may have its own. On
 * Quarkus this is the first filter on the thread of the resource, where a resolver may block.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 1)
public final class RestAuthenticationFilter implements ContainerRequestFilter {

  private volatile @Nullable UserContextConfig config;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getProperty(RestRequestFilter.PROPERTY) instanceof RequestUser user) {
      if (!user.isOnThisThread()) {
        // Quarkus goes on with a blocking resource on another thread.
        user.enter();
      }
      // Asks the container too: a filter may have authenticated past our wrapper of the request.
      user.lookInto(RestIdentity.of(request));
      user.attribute(Span.current(), config().renderer());
    }
  }

  private UserContextConfig config() {
    UserContextConfig known = config;
    if (known == null) {
      known = UserContextConfig.load();
      config = known;
    }
    return known;
  }
}
