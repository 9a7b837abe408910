package dev.usercontext.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds requests by the seconds in which they were under way: there are a great many. */
final class RequestTimes {

  private final Map<Long, List<SentRequest>> bySecond = new HashMap<>();

  /** Those of a second that make such spans, found once for all spans of a name. */
  private final Map<NameInSecond, List<SentRequest>> makers = new HashMap<>();

  RequestTimes(Collection<SentRequest> requests) {
    for (SentRequest request : requests) {
      for (long second = request.firstSecond(); second <= request.lastSecond(); second++) {
        bySecond.computeIfAbsent(second, any -> new ArrayList<>()).add(request);
      }
    }
  }

  /** Whether a span that names no request is right as one of a request of its time. */
  boolean place(ReceivedSpan span) {
    NameInSecond at = new NameInSecond(span.start().getEpochSecond(), span.kind(), span.name());
    return makers.computeIfAbsent(at, any -> makersOf(span, at.second())).stream()
        .anyMatch(request -> request.mayHaveMade(span));
  }

  private List<SentRequest> makersOf(ReceivedSpan span, long second) {
    return bySecond.getOrDefault(second, List.of()).stream()
        .filter(request -> request.makesElsewhere(span))
        .toList();
  }

  private record NameInSecond(long second, ReceivedSpan.Kind kind, String name) {}
}
