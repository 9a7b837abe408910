package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.TraceSummary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The spans of one trace. */
final class TraceSpans {
  private static final SpanFilter ALL = SpanFilter.in(TimeRange.ALL);

  private final Search search;

  TraceSpans(Search search) {
    this.search = search;
  }

  List<StoredSpan> page(String trace, @Nullable StoredSpan after, int limit) {
    Map<String, Object> query = inOrder(trace);
    query.put("size", limit);
    if (after != null) {
      query.put("search_after", List.of(after.startNanos(), after.spanId()));
    }
    return search.hits(ALL, query).stream().map(RawSpan::span).toList();
  }

  Optional<StoredSpan> span(String trace, String span) {
    Object query = Where.of(ALL).term("trace", trace).term("span", span).query();
    return search.hits(ALL, Json.object("size", 1, "query", query)).stream()
        .map(RawSpan::span)
        .findFirst();
  }

  /** Sums up what is short of each span: a cluster has no sum of two fields, but by a script. */
  Optional<TraceSummary> summary(String trace) {
    Map<String, Object> query = inOrder(trace);
    List<String> fields = new ArrayList<>(TracesReader.FIELDS);
    fields.add("raw.user");
    query.put("_source", fields);
    List<TracesReader.Sum> sums = new ArrayList<>();
    Set<String> users = new LinkedHashSet<>();
    search.each(
        ALL,
        query,
        hit -> {
          JsonNode raw = hit.path("_source").path("raw");
          if (sums.isEmpty()) {
            sums.add(new TracesReader.Sum(trace, raw.path("start").asLong()));
          }
          sums.get(0).add(raw);
          String user = Json.text(raw, "user");
          if (user != null && users.size() < TraceSummary.USERS) {
            users.add(user);
          }
        });
    return sums.stream().findFirst().map(sum -> sum.summary(List.copyOf(users)));
  }

  private static Map<String, Object> inOrder(String trace) {
    return Json.object(
        "query",
        Where.of(ALL).term("trace", trace).query(),
        "sort",
        List.of(AuditReader.by("start", "asc"), AuditReader.by("span", "asc")));
  }
}
