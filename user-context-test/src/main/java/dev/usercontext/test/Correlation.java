package dev.usercontext.test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which request a span is of. */
final class Correlation {

  private static final String AMBIGUOUS = "";

  private final Set<String> sent;
  private final Function<ReceivedSpan, String> requestOf;

  /** For traces that no request began: the one that their spans name. */
  private final Map<String, String> otherTraces = new HashMap<>();

  /**
   * @param sent the trace ids of the requests
   * @param requestOf the request that a span names itself, or null
   */
  Correlation(
      Set<String> sent, Function<ReceivedSpan, String> requestOf, List<ReceivedSpan> spans) {
    this.sent = sent;
    this.requestOf = requestOf;
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
    String named = requestOf.apply(span);
    return named != null && sent.contains(named) ? named : null;
  }
}
