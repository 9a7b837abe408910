package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.store.Coverage;
import dev.usercontext.dashboard.store.SpanFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many spans have a user. */
final class CoverageReader {
  private static final int NAMES = 100;
  private static final SpanKind[] KINDS = SpanKind.values();
  private static final Map<String, Object> DAY =
      Map.of("day", Map.of("date_histogram", Map.of("field", "time", "calendar_interval", "day")));

  private record Name(String service, SpanKind kind, String name) {
    static Name of(JsonNode bucket) {
      JsonNode key = bucket.path("key");
      return new Name(
          key.path("service").asText(), KINDS[key.path("kind").asInt()], key.path("name").asText());
    }
  }

  private final Search search;

  CoverageReader(Search search) {
    this.search = search;
  }

  Coverage coverage(SpanFilter filter) {
    return new Coverage(rows(filter), without(filter));
  }

  private List<Coverage.Row> rows(SpanFilter filter) {
    List<Coverage.Row> rows = new ArrayList<>();
    search.groups(
        filter,
        Where.of(filter),
        List.of(Search.source("service", false), Search.source("kind", false), DAY),
        Map.of("users", Map.of("value_count", Map.of("field", "user"))),
        bucket ->
            rows.add(
                new Coverage.Row(
                    bucket.path("key").path("service").asText(),
                    KINDS[bucket.path("key").path("kind").asInt()],
                    bucket.path("key").path("day").asLong() * 1_000_000,
                    bucket.path("doc_count").asLong(),
                    Sums.value(bucket, "users"))));
    return List.copyOf(rows);
  }

  /** The names that are without a user most often, and then how often they have one. */
  private List<Coverage.Name> without(SpanFilter filter) {
    Map<Name, Long> counts = new HashMap<>();
    names(filter, Where.of(filter).not(Where.existing("user")), counts);
    List<Name> top =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Name, Long>comparingByValue()
                    .reversed()
                    .thenComparing(entry -> entry.getKey().service)
                    .thenComparing(entry -> entry.getKey().kind)
                    .thenComparing(entry -> entry.getKey().name))
            .limit(NAMES)
            .map(Map.Entry::getKey)
            .toList();
    if (top.isEmpty()) {
      return List.of();
    }
    Map<Name, Long> with = new HashMap<>();
    List<String> names = top.stream().map(Name::name).distinct().toList();
    names(filter, Where.of(filter).and(Where.existing("user")).terms("name", names), with);
    return top.stream()
        .map(
            name ->
                new Coverage.Name(
                    name.service,
                    name.kind,
                    name.name,
                    counts.getOrDefault(name, 0L),
                    with.getOrDefault(name, 0L)))
        .toList();
  }

  private void names(SpanFilter filter, Where where, Map<Name, Long> counts) {
    search.groups(
        filter,
        where,
        List.of(
            Search.source("service", false),
            Search.source("kind", false),
            Search.source("name", false)),
        Map.of(),
        bucket -> counts.put(Name.of(bucket), bucket.path("doc_count").asLong()));
  }
}
