package dev.usercontext.spi;

import java.security.Principal;
import java.util.Optional;

/**
 * What is known of the caller of a request. It is valid, and to be used, only on the thread and for
 * the time of the call that it is passed to.
 */
public interface Identity {

  /** The authenticated caller; empty if nobody is, or if the container calls it "anonymous". */
  Optional<Principal> principal();

  /** Whether the caller has this role, as the container says; false for nobody. */
  boolean isUserInRole(String role);

  /**
   * A claim of the token that the caller presented (MicroProfile JWT), as the token has it; empty
   * without a token or without the claim.
   */
  Optional<Object> claim(String name);

  /**
   * The object behind this identity, if there is one of that type: {@code
   * jakarta.servlet.http.HttpServletRequest}, {@code jakarta.ws.rs.core.SecurityContext}, {@code
   * jakarta.ws.rs.container.ContainerRequestContext}, or the type of the principal.
   */
  <T> Optional<T> unwrap(Class<T> type);
}
