package dev.usercontext.internal.request;

import java.security.Principal;
import java.util.Collection;
import java.util.List;
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

  @Override
  public @Nullable Object attribute(String name) {
    return first.principal() == null ? second.attribute(name) : first.attribute(name);
  }

  @Override
  public @Nullable Collection<String> roles() {
    return first.principal() == null ? second.roles() : first.roles();
  }

  @Override
  public List<String> headers(String name) {
    List<String> values = first.headers(name);
    return values.isEmpty() ? second.headers(name) : values;
  }

  @Override
  public @Nullable String sessionId() {
    String id = first.sessionId();
    return id == null ? second.sessionId() : id;
  }
}
