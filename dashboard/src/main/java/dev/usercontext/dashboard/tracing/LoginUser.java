package dev.usercontext.dashboard.tracing;

import dev.usercontext.UserContext;
import dev.usercontext.dashboard.security.Access;
import dev.usercontext.spi.Identity;
import dev.usercontext.spi.UserContextResolver;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Who is logged in, for User Context: the container knows nothing of the dashboard's logins. Nobody
 * where nobody has to log in.
 */
@Singleton
public class LoginUser implements UserContextResolver {
  @Inject CurrentVertxRequest current;

  @Override
  public Optional<UserContext> resolve(Identity identity) {
    RoutingContext request = current.getCurrent();
    return request == null
        ? Optional.empty()
        : Access.find(request)
            .filter(access -> !access.isLocal())
            .map(access -> UserContext.builder(access.name()).build());
  }
}
