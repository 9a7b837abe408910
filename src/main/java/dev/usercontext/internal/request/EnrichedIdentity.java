package dev.usercontext.internal.request;

import java.security.Principal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The container, and another who knows of the same caller what the container does not tell: as long
 * as it is the same caller.
 */
record EnrichedIdentity(IdentitySource container, IdentitySource other) implements IdentitySource {

  @Override
  public @Nullable Principal principal() {
    return container.principal();
  }

  @Override
  public boolean isUserInRole(String role) {
    return container.isUserInRole(role);
  }

  @Override
  public <T> @Nullable T unwrap(Class<T> type) {
    T object = container.unwrap(type);
    return object == null && isSameCaller() ? other.unwrap(type) : object;
  }

  @Override
  public @Nullable Object attribute(String name) {
    Object value = container.attribute(name);
    return value == null && isSameCaller() ? other.attribute(name) : value;
  }

  @Override
  public @Nullable Collection<String> roles() {
    Collection<String> roles = container.roles();
    return roles == null && isSameCaller() ? other.roles() : roles;
  }

  @Override
  public List<String> headers(String name) {
    return container.headers(name);
  }

  @Override
  public @Nullable String sessionId() {
    return container.sessionId();
  }

  private boolean isSameCaller() {
    return Principals.areEqual(container.principal(), other.principal());
  }
}
