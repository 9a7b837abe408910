package dev.usercontext.internal.request;

import java.security.Principal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the identity of one request is read. Servers reuse request objects, so this is asked only
 * while its request is being processed, on the thread that does so.
 */
public interface IdentitySource {

  /** Who is logged in now. */
  @Nullable Principal principal();

  boolean isUserInRole(String role);

  /** The object of this type that the request is made of. */
  <T> @Nullable T unwrap(Class<T> type);

  /** What the container has of the caller under this name. */
  default @Nullable Object attribute(String name) {
    return null;
  }

  /** The roles of the caller; null where they cannot be enumerated. */
  default @Nullable Collection<String> roles() {
    return null;
  }

  /** The values of a header, as often as it was sent. */
  default List<String> headers(String name) {
    return List.of();
  }

  /** The id of the HTTP session, if there is one; asking makes none. */
  default @Nullable String sessionId() {
    return null;
  }
}
