package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.Suggestion;
import dev.usercontext.dashboard.store.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keys and values that spans have; those of attributes that the newest 10,000 spans have, but for
 * the keys of a user's own.
 */
final class SuggestionReader {
  private final Search search;
  private final String userAttributePrefix;

  SuggestionReader(Search search, String userAttributePrefix) {
    this.search = search;
    this.userAttributePrefix = userAttributePrefix;
  }

  List<Suggestion> keys(String prefix, SpanFilter filter, int limit) {
    boolean own = prefix.startsWith(userAttributePrefix);
    SpanFilter some = own ? filter : newest(filter);
    Where where = Where.of(some);
    if (own) {
      // Most spans have none, and are not looked at.
      where.and(Map.of("prefix", Map.of("keys", prefix)));
    }
    List<Suggestion> found = suggestions(some, where, "keys", prefix, "", !own, limit);
    long same =
        prefix.isEmpty() ? 0 : search.count(some, Where.of(some).term("keys", Terms.of(prefix)));
    return same == 0
        ? found
        : Stream.concat(
                Stream.of(new Suggestion(prefix, same)),
                found.stream().filter(key -> !key.text().equals(prefix)))
            .limit(limit)
            .toList();
  }

  List<Suggestion> values(String key, String prefix, SpanFilter filter, int limit) {
    String field = Where.field(key);
    if (field != null) {
      return suggestions(filter, Where.of(filter), field, "", prefix, false, limit);
    }
    SpanFilter newest = newest(filter);
    return suggestions(
        newest, Where.of(newest), "attributes", Terms.prefix(key), prefix, true, limit);
  }

  /**
   * The most frequent terms.
   *
   * @param exact what they begin with, as it is
   * @param typed what comes then, whatever its case
   * @param few whether few spans are asked: else it pays to number the terms first
   */
  private List<Suggestion> suggestions(
      SpanFilter filter,
      Where where,
      String field,
      String exact,
      String typed,
      boolean few,
      int limit) {
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
        .aggregate(filter, where, Map.of("terms", Map.of("terms", terms)))
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
