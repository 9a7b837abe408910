package dev.usercontext.internal.quarkus;

import dev.usercontext.internal.request.IdentitySource;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.AuthenticationSuccessEvent;
import io.vertx.core.Context;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom Quarkus has authenticated.
 *
 * @param request null where it was for no HTTP request
 */
record QuarkusIdentity(SecurityIdentity identity, @Nullable RoutingContext request)
    implements IdentitySource {

  static QuarkusIdentity of(AuthenticationSuccessEvent event) {
    Object request = event.getEventProperties().get(RoutingContext.class.getName());
    return new QuarkusIdentity(
        event.getSecurityIdentity(), request instanceof RoutingContext routing ? routing : null);
  }

  /**
   * The Vert.x context of the request. Who authenticates may do so in that of another one, which
   * has asked first for what both wait for. Null where Vert.x does not tell.
   */
  @Nullable Context vertx() {
    try {
      return request != null && request.request() instanceof HttpServerRequestInternal internal
          ? internal.context()
          : null;
    } catch (LinkageError e) {
      // An internal class of Vert.x, for nothing else knows: it may move.
      return null;
    }
  }

  @Override
  public @Nullable Principal principal() {
    return identity.isAnonymous() ? null : identity.getPrincipal();
  }

  @Override
  public boolean isUserInRole(String role) {
    return identity.hasRole(role);
  }

  @Override
  public <T> @Nullable T unwrap(Class<T> type) {
    return type.isInstance(identity) ? type.cast(identity) : null;
  }

  @Override
  public @Nullable Object attribute(String name) {
    return identity.getAttribute(name);
  }

  @Override
  public Collection<String> roles() {
    return identity.getRoles();
  }

  @Override
  public List<String> headers(String name) {
    return request == null ? List.of() : request.request().headers().getAll(name);
  }
}
