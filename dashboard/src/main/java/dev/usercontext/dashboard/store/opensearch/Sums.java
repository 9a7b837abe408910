package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.store.Totals;
import java.util.Map;

/**
 * The sums of a bucket. The cluster adds up in floating point, exactly so as long as a sum is below
 * 2^53: 9 million dollars in billionths.
 */
final class Sums {
  private static final Map<String, Object> AGGREGATIONS = Json.object();

  static {
    for (String field : new String[] {"calls", "input", "output", "cached", "spent", "unknown"}) {
      AGGREGATIONS.put(field, sum(field));
    }
    AGGREGATIONS.put("errors", sum("errors"));
  }

  private Sums() {}

  static Map<String, Object> sum(String field) {
    return Map.of("sum", Map.of("field", field));
  }

  /** What a bucket needs for {@link #totals}, and more can be put beside it. */
  static Map<String, Object> aggregations() {
    return Json.object(
        AGGREGATIONS.entrySet().stream()
            .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
            .toArray());
  }

  static Totals totals(JsonNode bucket) {
    return totals(bucket, bucket.path("doc_count").asLong());
  }

  static Totals totals(JsonNode bucket, long spans) {
    return new Totals(
        spans,
        value(bucket, "calls"),
        value(bucket, "input"),
        value(bucket, "output"),
        value(bucket, "cached"),
        value(bucket, "spent"),
        value(bucket, "unknown"),
        value(bucket, "errors"));
  }

  static long value(JsonNode bucket, String name) {
    return (long) bucket.path(name).path("value").asDouble();
  }
}
