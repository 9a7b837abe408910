package dev.usercontext.it.contract;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A span as a backend gets it. */
public record ReceivedSpan(
    String traceId, String name, Span.SpanKind kind, Map<String, Object> attributes) {

  private static final Pattern USER =
      Pattern.compile("(user_id|user_email|user_attrs\\..*|user\\..*|enduser\\..*|usr\\..*)");

  static ReceivedSpan of(Span span) {
    Map<String, Object> attributes = new TreeMap<>();
    for (KeyValue attribute : span.getAttributesList()) {
      attributes.put(attribute.getKey(), value(attribute.getValue()));
    }
    String traceId = HexFormat.of().formatHex(span.getTraceId().toByteArray());
    return new ReceivedSpan(traceId, span.getName(), span.getKind(), attributes);
  }

  private static Object value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      default -> value.toString();
    };
  }

  /** Everything on this span that says who the user is, in any vocabulary. */
  public Map<String, Object> userAttributes() {
    Map<String, Object> user = new TreeMap<>(attributes);
    user.keySet().removeIf(name -> !USER.matcher(name).matches());
    return user;
  }

  boolean isServer() {
    return kind == Span.SpanKind.SPAN_KIND_SERVER;
  }

  boolean isClient() {
    return kind == Span.SpanKind.SPAN_KIND_CLIENT;
  }

  /** Whether this is a span of a {@link Sentinel}'s request. */
  boolean isOfSentinel() {
    return name.contains("sentinel")
        || attributes.getOrDefault("url.path", "").toString().contains("/sentinel/");
  }
}
