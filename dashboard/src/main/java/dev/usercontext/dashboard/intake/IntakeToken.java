package dev.usercontext.dashboard.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Who may send: everybody, or who has the token, as {@code Authorization: Bearer …}. */
final class IntakeToken {
  private static final String SCHEME = "Bearer ";
  private final byte @Nullable [] token;

  /** Null lets everybody in. */
  IntakeToken(@Nullable String token) {
    this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
  }

  boolean admits(@Nullable String authorization) {
    if (token == null) {
      return true;
    }
    return authorization != null
        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            token,
            authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
  }
}
