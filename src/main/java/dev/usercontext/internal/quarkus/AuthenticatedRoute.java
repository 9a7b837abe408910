package dev.usercontext.internal.quarkus;

import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.current.ResolverLookup;
import dev.usercontext.internal.request.UserResolution;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Sees every HTTP request between its authentication and its authorization. The events that Quarkus
 * has for it cost a request a task of its own, observed or not by whom they are for: {@code
 * SecurityEventHelper} fires each of them asynchronously, too, as soon as anybody observes one.
 */
@Singleton
public class AuthenticatedRoute {

  private static final int BEFORE_AUTHORIZATION = SecurityHandlerPriorities.AUTHORIZATION + 50;

  private final ApplicationConfig config;
  private final UserResolution resolution;

  @Inject
  public AuthenticatedRoute(ApplicationConfig config) {
    this.config = config;
    this.resolution = ResolverLookup.requestResolution(config.values());
  }

  void register(@Observes Filters filters) {
    if (config.isEnabled()) {
      filters.register(this::authenticated, BEFORE_AUTHORIZATION);
    }
  }

  private void authenticated(RoutingContext request) {
    if (request.user() instanceof QuarkusHttpUser user
        && !user.getSecurityIdentity().isAnonymous()) {
      QuarkusIdentity identity = new QuarkusIdentity(user.getSecurityIdentity(), request);
      EarlyUser.begin(identity, resolution, config);
    }
    request.next();
  }
}
