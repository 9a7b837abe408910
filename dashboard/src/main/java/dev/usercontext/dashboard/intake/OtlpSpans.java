package dev.usercontext.dashboard.intake;

import com.google.protobuf.ByteString;
import dev.usercontext.dashboard.cost.LlmReader;
import dev.usercontext.dashboard.model.SpanEvent;
import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.model.StoredSpan;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spans as they are stored, made of those of an export.
 *
 * @param spans those that can be stored
 * @param rejected how many can't, as their ids are none
 */
record OtlpSpans(List<StoredSpan> spans, int rejected) {
  /** Leaves room to reckon with. */
  private static final long LATEST = 9_000_000_000_000_000_000L;

  private static final SpanKind[] KINDS = SpanKind.values();
  private static final SpanStatus[] STATUSES = SpanStatus.values();

  /** All that were sent. */
  static int count(ExportTraceServiceRequest request) {
    return request.getResourceSpansList().stream()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .mapToInt(ScopeSpans::getSpansCount)
        .sum();
  }

  static OtlpSpans of(ExportTraceServiceRequest request, LlmReader llm) {
    List<StoredSpan> spans = new ArrayList<>();
    int rejected = 0;
    for (ResourceSpans resourceSpans : request.getResourceSpansList()) {
      Map<String, Object> resource =
          OtlpAttributes.read(resourceSpans.getResource().getAttributesList());
      for (ScopeSpans scopeSpans : resourceSpans.getScopeSpansList()) {
        String scope = scopeSpans.getScope().getName();
        for (Span span : scopeSpans.getSpansList()) {
          if (isId(span.getTraceId(), 16) && isId(span.getSpanId(), 8)) {
            spans.add(stored(span, scope, resource, llm));
          } else {
            rejected++;
          }
        }
      }
    }
    return new OtlpSpans(spans, rejected);
  }

  private static boolean isId(ByteString id, int length) {
    if (id.size() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (id.byteAt(i) != 0) {
        return true;
      }
    }
    return false;
  }

  private static StoredSpan stored(
      Span span, String scope, Map<String, Object> resource, LlmReader llm) {
    Map<String, Object> attributes = OtlpAttributes.read(span.getAttributesList());
    long start = nanos(span.getStartTimeUnixNano());
    String message = span.getStatus().getMessage();
    return new StoredSpan(
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        isId(span.getParentSpanId(), 8) ? hex(span.getParentSpanId()) : null,
        span.getName(),
        one(KINDS, span.getKindValue()),
        text(resource, "service.name", "unknown_service"),
        text(
            resource,
            "deployment.environment.name",
            text(resource, "deployment.environment", null)),
        start,
        Math.max(0, nanos(span.getEndTimeUnixNano()) - start),
        one(STATUSES, span.getStatus().getCodeValue()),
        message.isEmpty() ? null : message,
        UserReader.read(attributes),
        llm.read(span.getName(), scope, start, attributes),
        attributes,
        resource,
        events(span.getEventsList()));
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  /** A kind or status that is not known yet is the first, which says nothing. */
  private static <T> T one(T[] values, int number) {
    return number >= 0 && number < values.length ? values[number] : values[0];
  }

  /** OTLP's times have no sign: what is beyond the year 2255 is not told apart. */
  private static long nanos(long unsigned) {
    return unsigned < 0 || unsigned > LATEST ? LATEST : unsigned;
  }

  private static @Nullable String text(
      Map<String, Object> resource, String key, @Nullable String otherwise) {
    Object value = resource.get(key);
    return value == null || value.toString().isBlank() ? otherwise : value.toString();
  }

  private static List<SpanEvent> events(List<Span.Event> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    List<SpanEvent> read = new ArrayList<>(events.size());
    for (Span.Event event : events) {
      read.add(
          new SpanEvent(
              event.getName(),
              nanos(event.getTimeUnixNano()),
              OtlpAttributes.read(event.getAttributesList())));
    }
    return read;
  }
}
