package dev.usercontext.test;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Reads the spans of the SDK. */
final class SdkSpans {

  private SdkSpans() {}

  static ReceivedSpan received(SpanData span) {
    Map<String, Object> attributes = new TreeMap<>();
    span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
    return new ReceivedSpan(
        span.getTraceId(),
        span.getSpanId(),
        span.getParentSpanContext().isValid() ? span.getParentSpanId() : "",
        span.getName(),
        ReceivedSpan.Kind.valueOf(span.getKind().name()),
        Instant.ofEpochSecond(0, span.getStartEpochNanos()),
        attributes);
  }
}
