package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.store.AttributesJson;
import dev.usercontext.dashboard.store.NamedTotals;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.Totals;
import dev.usercontext.dashboard.store.UserRow;
import dev.usercontext.dashboard.store.UserSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known about one user. */
final class UserReader {
  /** Models, agents and services of one user. */
  static final int NAMES = 1_000;

  private final Search search;
  private final TracesReader traces;
  private final String attributePrefix;

  UserReader(Search search, String attributePrefix) {
    this.search = search;
    this.traces = new TracesReader(search);
    this.attributePrefix = attributePrefix;
  }

  Optional<UserSummary> summary(String id, SpanFilter filter) {
    if (filter.user() != null && !filter.user().equals(id)) {
      return Optional.empty();
    }
    SpanFilter own = filter.toBuilder().user(id).build();
    Map<String, Object> sums = Sums.aggregations();
    sums.put("spans", Map.of("value_count", Map.of("field", "start")));
    sums.put("first", seen("asc"));
    sums.put("last", seen("desc"));
    sums.put("email", email());
    sums.put(
        "models", Map.of("filter", Map.of("term", Map.of("calls", 1)), "aggs", named("model")));
    sums.putAll(named("agent"));
    sums.putAll(named("service"));
    sums.put("attributes", attributes());
    JsonNode found = search.aggregate(own, Where.of(own), sums);
    long spans = Sums.value(found, "spans");
    if (spans == 0) {
      return Optional.empty();
    }
    List<NamedTotals> models = named(found.path("models"), "model");
    UserRow user =
        new UserRow(
            id,
            email(found.path("email")),
            Sums.totals(found, spans),
            models.stream().map(NamedTotals::name).sorted().toList(),
            seen(found.path("first")),
            seen(found.path("last")));
    return Optional.of(
        new UserSummary(
            user,
            models,
            named(found, "agent"),
            named(found, "service"),
            attributes(found.path("attributes")),
            traces.newest(own)));
  }

  /** The first or last span, exactly: a maximum would be rounded. */
  static Object seen(String direction) {
    return hit(direction, false);
  }

  static long seen(JsonNode hits) {
    return hits.path("hits").path("hits").path(0).path("sort").path(0).asLong();
  }

  private static Object hit(String direction, Object source) {
    return Map.of(
        "top_hits",
        Map.of("size", 1, "_source", source, "sort", List.of(Map.of("start", direction))));
  }

  /** The email of the last span that has one. */
  static Object email() {
    return Map.of(
        "filter",
        Where.existing("email"),
        "aggs",
        Map.of("newest", hit("desc", List.of("raw.email"))));
  }

  static @Nullable String email(JsonNode emails) {
    return Json.text(source(emails.path("newest")), "email");
  }

  private static JsonNode source(JsonNode hits) {
    return hits.path("hits").path("hits").path(0).path("_source").path("raw");
  }

  private static Map<String, Object> named(String field) {
    return Map.of(
        field,
        Map.of(
            "terms",
            Map.of(
                "field",
                field,
                "size",
                NAMES,
                "order",
                List.of(Map.of("spent", "desc"), Map.of("_count", "desc"), Map.of("_key", "asc"))),
            "aggs",
            Sums.aggregations()));
  }

  private static List<NamedTotals> named(JsonNode sums, String field) {
    List<NamedTotals> named = new ArrayList<>();
    for (JsonNode bucket : sums.path(field).path("buckets")) {
      Totals totals = Sums.totals(bucket);
      named.add(new NamedTotals(bucket.path("key").asText(), totals));
    }
    return List.copyOf(named);
  }

  /** For each key of the user's own, the last span that has it. */
  private Object attributes() {
    return Map.of(
        "terms",
        Map.of(
            "field",
            "keys",
            "size",
            NAMES,
            "execution_hint",
            "map",
            "include",
            Terms.beginning(attributePrefix, "")),
        "aggs",
        Map.of("newest", hit("desc", List.of("raw.attributes", "raw.resource"))));
  }

  private Map<String, Object> attributes(JsonNode keys) {
    Map<String, Object> attributes = new TreeMap<>();
    for (JsonNode bucket : keys.path("buckets")) {
      String key = bucket.path("key").asText();
      JsonNode raw = source(bucket.path("newest"));
      Object value =
          AttributesJson.read(Json.text(raw, "attributes"))
              .getOrDefault(key, AttributesJson.read(Json.text(raw, "resource")).get(key));
      if (value != null) {
        attributes.put(key.substring(attributePrefix.length()), value);
      }
    }
    return attributes;
  }
}
