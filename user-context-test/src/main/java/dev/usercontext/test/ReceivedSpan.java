package dev.usercontext.test;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A span as it was exported.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param parentSpanId the same, or empty for a span without a parent
 * @param attributes of the types String, Boolean, Long and Double, and lists of them
 */
public record ReceivedSpan(
    String traceId,
    String spanId,
    String parentSpanId,
    String name,
    Kind kind,
    Instant start,
    Map<String, Object> attributes) {

  /** OpenTelemetry's own, once more: a test has the classes of its SDK or of OTLP, or both. */
  public enum Kind {
    INTERNAL,
    SERVER,
    CLIENT,
    PRODUCER,
    CONSUMER
  }

  private static final Pattern USER =
      Pattern.compile(
          "(user_(id|email|roles|actor_id|source)|user_attrs\\..*|user\\..*|enduser\\..*|usr\\..*"
              + "|session\\.id)");

  /** Everything on this span that says who the user is, in any vocabulary. */
  public Map<String, Object> userAttributes() {
    Map<String, Object> user = new TreeMap<>(attributes);
    user.keySet().removeIf(name -> !USER.matcher(name).matches());
    return user;
  }

  public boolean isServer() {
    return kind == Kind.SERVER;
  }

  public boolean isClient() {
    return kind == Kind.CLIENT;
  }
}
