package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.Totals;
import dev.usercontext.dashboard.store.TraceRow;
import dev.usercontext.dashboard.store.TraceSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The newest traces of a user, in one line each. */
final class TracesReader {
  private static final int TRACES = 20;

  /** Traces of which each shard tells: one that goes over midnight is in two. */
  private static final int OF_SHARD = 200;

  /** Of a span, what is summed up. */
  static final List<String> FIELDS =
      Stream.of(
              "trace",
              "parent",
              "name",
              "service",
              "start",
              "duration",
              "status",
              "role",
              "input",
              "output",
              "cached",
              "cost")
          .map(name -> "raw." + name)
          .toList();

  private final Search search;

  TracesReader(Search search) {
    this.search = search;
  }

  /** Sums up the spans of a trace, in the order of their start. */
  static final class Sum {
    private final String trace;
    private final long start;
    private long end = Long.MIN_VALUE;
    private @Nullable JsonNode root;
    private @Nullable JsonNode first;
    private Totals totals = Totals.ZERO;

    Sum(String trace, long start) {
      this.trace = trace;
      this.start = start;
    }

    void add(JsonNode raw) {
      end = Math.max(end, raw.path("start").asLong() + raw.path("duration").asLong());
      first = first == null ? raw : first;
      if (root == null && Json.text(raw, "parent") == null) {
        root = raw;
      }
      boolean call = raw.has("role") && raw.path("role").asInt() == 0;
      totals =
          totals.plus(
              new Totals(
                  1,
                  call ? 1 : 0,
                  call ? raw.path("input").asLong() : 0,
                  call ? raw.path("output").asLong() : 0,
                  call ? raw.path("cached").asLong() : 0,
                  call ? raw.path("cost").asLong() : 0,
                  call && !raw.has("cost") ? 1 : 0,
                  raw.path("status").asInt() == 2 ? 1 : 0));
    }

    TraceSummary summary(List<String> users) {
      return new TraceSummary(totals, start, end, users);
    }

    TraceRow row() {
      JsonNode named = root == null ? first : root;
      return new TraceRow(
          trace,
          named.path("name").asText(),
          named.path("service").asText(),
          start,
          end - start,
          totals);
    }
  }

  List<TraceRow> newest(SpanFilter filter) {
    List<String> ids = new ArrayList<>();
    Object newest =
        Map.of(
            "terms",
            Map.of(
                "field",
                "trace",
                "size",
                TRACES,
                "shard_size",
                OF_SHARD,
                // The numbers of all traces of a day would have to be put in order first.
                "execution_hint",
                "map",
                "order",
                List.of(Map.of("start", "desc"), Map.of("_key", "asc"))),
            "aggs",
            Map.of("start", Map.of("min", Map.of("field", "start"))));
    search
        .aggregate(filter, Where.of(filter), Map.of("traces", newest))
        .path("traces")
        .path("buckets")
        .forEach(bucket -> ids.add(bucket.path("key").asText()));
    Map<String, Sum> sums = new HashMap<>();
    if (!ids.isEmpty()) {
      search.each(filter, spans(filter, ids), hit -> add(sums, hit.path("_source").path("raw")));
    }
    return sums.values().stream()
        .map(Sum::row)
        .sorted(
            Comparator.comparingLong(TraceRow::startNanos)
                .reversed()
                .thenComparing(TraceRow::traceId))
        .toList();
  }

  private static void add(Map<String, Sum> sums, JsonNode raw) {
    sums.computeIfAbsent(
            raw.path("trace").asText(), trace -> new Sum(trace, raw.path("start").asLong()))
        .add(raw);
  }

  private static Map<String, Object> spans(SpanFilter filter, List<String> ids) {
    return Json.object(
        "_source",
        FIELDS,
        "query",
        Where.of(filter).terms("trace", ids).query(),
        "sort",
        List.of(Map.of("start", "asc"), Map.of("span", "asc"), Map.of("trace", "asc")));
  }
}
