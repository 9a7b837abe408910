package dev.usercontext.dashboard.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Text that a browser keeps for us and can't change. It is signed, not hidden. For all threads.
 *
 * <p>The key is made of {@code dashboard.security.session-key} and of the passwords: a change of
 * any of them makes all that was signed before void. Without a session key it is made at random.
 */
@Singleton
public class SignedText {
  private static final int SHORTEST = 32;
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  @Inject
  public SignedText(SecurityConfig config) {
    byte[] secret = config.sessionKey().map(SignedText::checked).orElseGet(SignedText::random);
    String passwords =
        config.viewerPassword().orElse("") + '\n' + config.adminPassword().orElse("");
    key = new SecretKeySpec(hmac(new SecretKeySpec(secret, HMAC), passwords), HMAC);
  }

  private static byte[] checked(String text) {
    if (text.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "UCD106: dashboard.security.session-key has to have 32 characters or more");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] random() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /**
   * Signs it.
   *
   * @param purpose what it is for; it is void for anything else
   */
  public String sign(String purpose, String text) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString(text.getBytes(StandardCharsets.UTF_8))
        + '.'
        + base64.encodeToString(hmac(key, purpose + '\n' + text));
  }

  /** The text, or empty if it was not signed here for that. */
  public Optional<String> verify(String purpose, String signed) {
    int dot = signed.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      Base64.Decoder base64 = Base64.getUrlDecoder();
      String text = new String(base64.decode(signed.substring(0, dot)), StandardCharsets.UTF_8);
      byte[] signature = base64.decode(signed.substring(dot + 1));
      return MessageDigest.isEqual(hmac(key, purpose + '\n' + text), signature)
          ? Optional.of(text)
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + HMAC, e);
    }
  }
}
