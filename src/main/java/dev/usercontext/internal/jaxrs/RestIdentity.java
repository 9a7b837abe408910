package dev.usercontext.internal.jaxrs;

import dev.usercontext.internal.request.IdentitySource;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** The identity of a Jakarta REST request, a security context of the application included. */
record RestIdentity(ContainerRequestContext request) implements IdentitySource {

  @Override
  public @Nullable Principal principal() {
    SecurityContext security = request.getSecurityContext();
    return security == null ? null : security.getUserPrincipal();
  }

  @Override
  public boolean isUserInRole(String role) {
    SecurityContext security = request.getSecurityContext();
    return security != null && security.isUserInRole(role);
  }

  @Override
  public <T> @Nullable T unwrap(Class<T> type) {
    if (type.isInstance(request)) {
      return type.cast(request);
    }
    return type == SecurityContext.class ? type.cast(request.getSecurityContext()) : null;
  }
}
