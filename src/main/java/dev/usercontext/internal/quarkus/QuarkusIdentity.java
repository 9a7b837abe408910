package dev.usercontext.internal.quarkus;

import dev.usercontext.internal.request.IdentitySource;
import io.quarkus.security.identity.SecurityIdentity;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Whom Quarkus has authenticated. */
record QuarkusIdentity(SecurityIdentity identity) implements IdentitySource {

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
}
