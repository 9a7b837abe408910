package dev.usercontext.dashboard.security.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Instant;

/**
 * A login that the browser has gone to the provider for, kept in its own signed cookie: so it may
 * come back to another dashboard.
 *
 * @param state that the provider sends back: the answer is for this browser
 * @param nonce that the ID token holds: it was made for this login
 * @param verifier that the code is no use without (PKCE)
 * @param ends after which it is void
 * @param back where to go afterwards
 */
record LoginAttempt(State state, Nonce nonce, CodeVerifier verifier, Instant ends, String back) {

  static LoginAttempt until(Instant ends, String back) {
    return new LoginAttempt(new State(), new Nonce(), new CodeVerifier(), ends, back);
  }

  String text() {
    return String.join(
        " ",
        state.getValue(),
        nonce.getValue(),
        verifier.getValue(),
        Long.toString(ends.getEpochSecond()),
        back);
  }

  /** Of what {@link #text} has written. */
  static LoginAttempt of(String text) {
    String[] parts = text.split(" ", 5);
    return new LoginAttempt(
        new State(parts[0]),
        new Nonce(parts[1]),
        new CodeVerifier(parts[2]),
        Instant.ofEpochSecond(Long.parseLong(parts[3])),
        parts[4]);
  }
}
