package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.Suggestion;
import dev.usercontext.dashboard.store.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keys and values that spans have; those of attributes that the newest 10,000 spans have. */
final class SuggestionReader {
  private final Search search;

  SuggestionReader(Search search) {
    this.search = search;
  }

  List<Suggestion> keys(String prefix, SpanFilter filter, int limit) {
    return suggestions(newest(filter), "keys", prefix, "", true, limit);
  }

  List<Suggestion> values(String key, String prefix, SpanFilter filter, int limit) {
    String field = Where.field(key);
    return field != null
        ? suggestions(filter, field, "", prefix, false, limit)
        : suggestions(newest(filter), "attributes", Terms.prefix(key), prefix, true, limit);
  }

  /**
   * The most frequent terms.
   *
   * @param exact what they begin with, as it is
   * @param typed what comes then, whatever its case
   */
  private List<Suggestion> suggestions(
      SpanFilter filter, String field, String exact, String typed, boolean few, int limit) {
    int skipped = field.equals("keys") ? 0 : exact.length();
    Map<String, Object> terms =
        Json.object(
            "field",
            field,
            "size",
            limit,
            "shard_size",
            Search.ALL_TERMS,
            "order",
            List.of(Map.of("_count", "desc"), Map.of("_key", "asc")),
            "execution_hint",
            few ? "map" : null);
    if (!exact.isEmpty() || !typed.isEmpty()) {
      terms.put("include", Terms.beginning(exact, typed));
    }
    List<Suggestion> suggestions = new ArrayList<>();
    search
        .aggregate(filter, Where.of(filter), Map.of("terms", Map.of("terms", terms)))
        .path("terms")
        .path("buckets")
        .forEach(
            bucket ->
                suggestions.add(
                    new Suggestion(
                        bucket.path("key").asText().substring(skipped),
                        bucket.path("doc_count").asLong())));
    return List.copyOf(suggestions);
  }

  /** What people type is most often among the newest. */
  private SpanFilter newest(SpanFilter filter) {
    List<JsonNode> last =
        search.hits(
            filter,
            Json.object(
                "from",
                Search.PAGE - 1,
                "size",
                1,
                "_source",
                false,
                "query",
                Where.of(filter).query(),
                "sort",
                List.of(Map.of("start", Map.of("order", "desc", "unmapped_type", "long")))));
    return last.isEmpty()
        ? filter
        : filter.toBuilder()
            .range(
                new TimeRange(last.get(0).path("sort").path(0).asLong(), filter.range().toNanos()))
            .build();
  }
}
