package dev.usercontext.test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which request a span is of. */
final class Correlation {

  private static final String AMBIGUOUS = "";

  private final Set<String> sent;
  private final String attribute;

  /** For traces that no request began: the one whose attribute their spans have. */
  private final Map<String, String> otherTraces = new HashMap<>();

  /**
   * @param sent the trace ids of the requests
   * @param attribute that names a request, or null for none
   */
  Correlation(Set<String> sent, String attribute, List<ReceivedSpan> spans) {
    this.sent = sent;
    this.attribute = attribute;
    for (ReceivedSpan span : spans) {
      String named = named(span);
      if (named != null && !sent.contains(span.traceId())) {
        otherTraces.merge(
            span.traceId(), named, (one, other) -> one.equals(other) ? one : AMBIGUOUS);
      }
    }
  }

  /** The trace id of the request; empty if it is not known. */
  String requestOf(ReceivedSpan span) {
    String named = named(span);
    if (named != null) {
      return named;
    }
    return sent.contains(span.traceId())
        ? span.traceId()
        : otherTraces.getOrDefault(span.traceId(), "");
  }

  private String named(ReceivedSpan span) {
    Object value = attribute == null ? null : span.attributes().get(attribute);
    return value == null || !sent.contains(value.toString()) ? null : value.toString();
  }
}
