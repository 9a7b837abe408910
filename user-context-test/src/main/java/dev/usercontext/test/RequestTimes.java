package dev.usercontext.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds requests by the seconds in which they were under way: there are a great many. */
final class RequestTimes {

  private final Map<Long, List<SentRequest>> bySecond = new HashMap<>();

  RequestTimes(Collection<SentRequest> requests) {
    for (SentRequest request : requests) {
      for (long second = request.firstSecond(); second <= request.lastSecond(); second++) {
        bySecond.computeIfAbsent(second, any -> new ArrayList<>()).add(request);
      }
    }
  }

  /** Whether a span that names no request is right as one of a request of its time. */
  boolean place(ReceivedSpan span) {
    return bySecond.getOrDefault(span.start().getEpochSecond(), List.of()).stream()
        .anyMatch(request -> request.mayHaveMade(span));
  }
}
