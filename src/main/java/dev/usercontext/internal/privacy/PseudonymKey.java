package dev.usercontext.internal.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * One key of HMAC-SHA-256. Thread-safe without a lock: the initialized Mac is only ever cloned.
 * Nothing of it tells the secret.
 */
public final class PseudonymKey {

  /** As many as HMAC-SHA-256 has of output; fewer weaken it (RFC 2104, 3). */
  public static final int MIN_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  /** Of 32: 128 bits, by which no two users are ever the same. */
  private static final int BYTES_SHOWN = 16;

  private final String id;
  private final byte[] secret;
  private final Mac prototype;

  /**
   * Makes a key of the characters of a value.
   *
   * @throws IllegalArgumentException if it is too short
   */
  public PseudonymKey(String id, String value) {
    this.id = id;
    this.secret = value.getBytes(StandardCharsets.UTF_8);
    if (secret.length < MIN_BYTES) {
      throw new IllegalArgumentException(
          "must have at least " + MIN_BYTES + " bytes, it has " + secret.length);
    }
    this.prototype = newMac();
  }

  public String id() {
    return id;
  }

  /** The same for the same text, and without the key of no use to find it. */
  String pseudonymOf(String text) {
    byte[] hash = mac().doFinal(text.getBytes(StandardCharsets.UTF_8));
    return id + "." + HexFormat.of().formatHex(hash, 0, BYTES_SHOWN);
  }

  private Mac mac() {
    try {
      return (Mac) prototype.clone();
    } catch (CloneNotSupportedException e) {
      // A provider need not support it.
      return newMac();
    }
  }

  private Mac newMac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PseudonymKey that
        && id.equals(that.id)
        && MessageDigest.isEqual(secret, that.secret);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "PseudonymKey{" + id + "}";
  }
}
