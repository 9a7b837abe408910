package dev.usercontext.internal.request;

import dev.usercontext.internal.diagnostics.ClassPresence;
import java.security.Principal;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Claims of a principal that is a MicroProfile JWT, where that API is present. */
final class Claims {

  private static final boolean PRESENT =
      ClassPresence.isPresent("org.eclipse.microprofile.jwt.JsonWebToken");

  private Claims() {}

  static boolean isToken(Principal principal) {
    return PRESENT && Token.is(principal);
  }

  static Optional<Object> of(Principal principal, String name) {
    return PRESENT ? Token.claim(principal, name) : Optional.empty();
  }

  /** A class of its own, so that it is linked only after {@link #PRESENT} was asked. */
  private static final class Token {
    static boolean is(Principal principal) {
      return principal instanceof JsonWebToken;
    }

    static Optional<Object> claim(Principal principal, String name) {
      return principal instanceof JsonWebToken token
          ? Optional.ofNullable(token.getClaim(name))
          : Optional.empty();
    }
  }
}
