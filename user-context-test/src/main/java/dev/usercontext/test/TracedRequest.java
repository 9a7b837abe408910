package dev.usercontext.test;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * One request of a test, which is known by its trace: the test sends {@link #traceparent} with it,
 * and the application goes on with that trace. To be used for one request only.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId what the server takes for the span that called it
 */
public record TracedRequest(String traceId, String spanId) {

  /** The name of the header (W3C Trace Context). */
  public static final String HEADER = "traceparent";

  private static final SecureRandom RANDOM = new SecureRandom();

  /** One of a new trace. */
  public static TracedRequest create() {
    return new TracedRequest(digits(16), digits(8));
  }

  /** The value of the header: sampled. */
  public String traceparent() {
    return "00-" + traceId + '-' + spanId + "-01";
  }

  private static String digits(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    // All zero is not valid.
    random[0] |= 1;
    return HexFormat.of().formatHex(random);
  }
}
