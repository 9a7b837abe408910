package dev.usercontext.internal.jaxrs;

import dev.usercontext.internal.request.IdentitySource;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a Jakarta REST request.
 *
 * @param security the security context of the moment: a filter of the application may set another,
 *     and the request does not tell any more once its response is on the way
 */
record RestIdentity(ContainerRequestContext request, @Nullable SecurityContext security)
    implements IdentitySource {

  static RestIdentity of(ContainerRequestContext request) {
    return new RestIdentity(request, request.getSecurityContext());
  }

  @Override
  public @Nullable Principal principal() {
    return security == null ? null : security.getUserPrincipal();
  }

  @Override
  public boolean isUserInRole(String role) {
    return security != null && security.isUserInRole(role);
  }

  @Override
  public <T> @Nullable T unwrap(Class<T> type) {
    if (type.isInstance(request)) {
      return type.cast(request);
    }
    return type == SecurityContext.class ? type.cast(security) : null;
  }

  @Override
  public List<String> headers(String name) {
    return request.getHeaders().getOrDefault(name, List.of());
  }
}
