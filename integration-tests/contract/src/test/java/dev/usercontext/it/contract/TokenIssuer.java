package dev.usercontext.it.contract;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** Issues MicroProfile JWTs (RS256) with a key pair of its own. */
public final class TokenIssuer {

  private static final String NAME = "https://issuer.example.com";
  private static final long VALID_SECONDS = 3_600;

  private final KeyPair keys;

  public TokenIssuer() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** What makes an application believe this issuer. */
  public Map<String, String> configuration() {
    return Map.of("mp.jwt.verify.issuer", NAME, "mp.jwt.verify.publickey", pem(keys.getPublic()));
  }

  /** A caller with a token of this issuer. */
  public Caller caller(String name) {
    return caller(name, "");
  }

  /**
   * A caller with a token that says more.
   *
   * @param claims members of a JSON object, each with a comma behind it
   */
  public Caller caller(String name, String claims) {
    return Caller.bearer(name, token(name, claims));
  }

  private String token(String name, String more) {
    long now = Instant.now().getEpochSecond();
    String claims =
        """
        {%s"iss":"%s","sub":"%s-id","upn":"%s","groups":["user"],"jti":"%s","iat":%d,"exp":%d}"""
            .formatted(more, NAME, name, name, UUID.randomUUID(), now, now + VALID_SECONDS);
    String unsigned = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + '.' + encode(claims);
    return unsigned + '.' + sign(unsigned);
  }

  private String sign(String unsigned) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
      return encode(signature.sign());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String pem(PublicKey key) {
    return "-----BEGIN PUBLIC KEY-----%s-----END PUBLIC KEY-----"
        .formatted(Base64.getEncoder().encodeToString(key.getEncoded()));
  }

  private static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
