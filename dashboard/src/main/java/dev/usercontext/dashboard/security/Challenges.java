package dev.usercontext.dashboard.security;

import dev.usercontext.dashboard.security.oidc.OidcException;
import io.vertx.core.http.HttpServerResponse;

/** {@code WWW-Authenticate}: what a program may send instead. */
final class Challenges {
  private static final String HEADER = "WWW-Authenticate";
  private static final String BEARER = "Bearer realm=\"dashboard\"";

  private Challenges() {}

  /** To who has sent nothing that is known. */
  static void offered(HttpServerResponse response, Credentials credentials) {
    if (credentials.passwords()) {
      response.headers().add(HEADER, "Basic realm=\"dashboard\"");
    }
    if (credentials.provider()) {
      response.headers().add(HEADER, BEARER);
    }
  }

  /** To who has sent a bearer token that opens nothing, as RFC 6750 has it. */
  static void refused(HttpServerResponse response, OidcException why) {
    if (why.status() == 503) {
      response.headers().set("Retry-After", "5");
      return;
    }
    String error = why.status() == 403 ? "insufficient_scope" : "invalid_token";
    // What the header may hold: the message quotes the token's own claims.
    String description =
        String.valueOf(why.getMessage()).replaceAll("[\"\\\\]", "'").replaceAll("[^ -~]", "?");
    response
        .headers()
        .set(
            HEADER, BEARER + ", error=\"" + error + "\", error_description=\"" + description + '"');
  }
}
