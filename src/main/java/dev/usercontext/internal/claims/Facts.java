package dev.usercontext.internal.claims;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What is known of the caller of one request, for rules to take from. */
public interface Facts {

  /** The name of the principal; null for nobody. */
  @Nullable String name();

  /** Whether the caller is known by a token. */
  boolean hasToken();

  /** A claim of the token. */
  @Nullable Object claim(String name);

  /** An attribute that the container has of the caller. */
  @Nullable Object attribute(String name);

  /** A header that was sent exactly once. */
  @Nullable String header(String name);

  boolean isUserInRole(String role);

  /** All roles; null where nobody can enumerate them. */
  @Nullable Collection<String> roles();

  /** The id of the HTTP session; null where there is none. */
  @Nullable String sessionId();
}
