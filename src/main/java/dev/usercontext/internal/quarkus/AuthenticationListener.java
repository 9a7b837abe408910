package dev.usercontext.internal.quarkus;

import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.UserScope;
import dev.usercontext.internal.current.CurrentUser;
import dev.usercontext.internal.current.ResolverLookup;
import dev.usercontext.internal.request.EarlyIdentities;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.spi.runtime.AuthenticationSuccessEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Hears of Quarkus whom it has authenticated: before any filter runs, or in mid-request where it
 * does so lazily. No filter sees a static file or a request that an HTTP policy refuses, so the
 * server span gets its user here, unless a resolver would have to run on the event loop.
 */
@Singleton
public class AuthenticationListener {

  private final ApplicationConfig config;
  private final UserResolution resolution = ResolverLookup.resolution();

  @Inject
  public AuthenticationListener(ApplicationConfig config) {
    this.config = config;
  }

  void authenticated(@Observes AuthenticationSuccessEvent event) {
    if (!config.isEnabled()) {
      return;
    }
    QuarkusIdentity identity = QuarkusIdentity.of(event);
    Carried carried = CurrentUser.carried();
    if (carried != null && UserScope.contentOf(carried) instanceof RequestUser user) {
      user.lookInto(identity);
      return;
    }
    Span server = Span.current();
    if (!resolution.mayBlock()) {
      RequestUser early = new RequestUser(identity, resolution);
      early.enter();
      early.attribute(server, config.renderer());
    }
    EarlyIdentities.put(server, identity);
  }
}
