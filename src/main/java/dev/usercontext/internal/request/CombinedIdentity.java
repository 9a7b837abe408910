package dev.usercontext.internal.request;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Two who know of one request; the first is asked first. */
record CombinedIdentity(IdentitySource first, IdentitySource second) implements IdentitySource {

  @Override
  public @Nullable Principal principal() {
    Principal principal = first.principal();
    return principal == null ? second.principal() : principal;
  }

  @Override
  public boolean isUserInRole(String role) {
    return first.isUserInRole(role) || second.isUserInRole(role);
  }

  @Override
  public <T> @Nullable T unwrap(Class<T> type) {
    T object = first.unwrap(type);
    return object == null ? second.unwrap(type) : object;
  }
}
