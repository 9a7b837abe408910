package dev.usercontext.dashboard.security.oidc;

import org.jspecify.annotations.Nullable;

/**
 * A login that did not come about, or a token that opens nothing. The message begins with its code,
 * and is for who logs in, or has sent the token.
 */
public final class OidcException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  OidcException(int status, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /** The provider can't be asked. */
  static OidcException unreachable(Throwable cause) {
    return new OidcException(
        503,
        "UCD121: The OpenID provider does not answer as it should. Try again, or tell who runs the dashboard.",
        cause);
  }

  /** Nothing that was begun here, by this browser, a short while ago. */
  static OidcException unknown(String why) {
    return new OidcException(
        400,
        "UCD122: This login was begun elsewhere or too long ago. Log in again.",
        new IllegalStateException(why));
  }

  /** The provider says no. */
  static OidcException refused(String code) {
    return new OidcException(403, "UCD123: The OpenID provider refused: " + code + ".", null);
  }

  /** Its ID token can't be believed. */
  static OidcException invalid(Throwable cause) {
    return new OidcException(
        403,
        "UCD124: What the OpenID provider says of you can't be believed; the log has the reason.",
        cause);
  }

  /** Somebody who may not look. */
  static OidcException nobody(String name, String claim) {
    return new OidcException(
        403,
        "UCD125: "
            + name
            + " may not see the dashboard: none of its roles is in the claim "
            + claim
            + ".",
        null);
  }

  /** A bearer token that can't be believed. Who sent it may know why: it is theirs. */
  static OidcException wrongToken(String why) {
    return new OidcException(401, "UCD126: The bearer token is refused: " + why + ".", null);
  }

  /** Of the answer: 400, 401, 403 or 503. */
  public int status() {
    return status;
  }
}
