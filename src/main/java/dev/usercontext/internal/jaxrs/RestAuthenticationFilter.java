package dev.usercontext.internal.jaxrs;

import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.quarkus.HeldRequest;
import dev.usercontext.internal.request.EventLoop;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.api.trace.Span;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Looks again once the filters that authenticate have run: the application may have its own. On
 * Quarkus this is the first filter on the thread of the resource, where a resolver may block;
 * unless that is an event loop, which a worker asks for.
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
      attribute(user, request);
    }
  }

  private void attribute(RequestUser user, ContainerRequestContext request) {
    Span span = Span.current();
    AttributeRenderer renderer = config().renderer();
    if (user.mayBlock() && EventLoop.isThisThread()) {
      HeldRequest.whileOnWorker(request, () -> ask(user, span, renderer), user::enter);
    } else {
      user.attribute(span, renderer);
    }
  }

  /** For the resource, too, which can not wait: it may want to know without any span. */
  private static void ask(RequestUser user, Span span, AttributeRenderer renderer) {
    user.enter();
    user.user();
    user.attribute(span, renderer);
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
