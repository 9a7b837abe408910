package dev.usercontext.internal.request;

import java.security.Principal;
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

  /** The values of all headers of this name; empty where there are none. */
  default List<String> headers(String name) {
    return List.of();
  }

  /** The object of this type that the request is made of. */
  <T> @Nullable T unwrap(Class<T> type);
}
