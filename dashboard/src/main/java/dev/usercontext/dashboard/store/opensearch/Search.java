package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.store.SpanFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The ways in which readers ask. */
final class Search {
  /** Terms that one shard tells of: with fewer different ones, what is summed up is exact. */
  static final int ALL_TERMS = 65_000;

  /** The cluster's limit of what a search without a cursor returns. */
  static final int PAGE = 10_000;

  /** Asked for at once; a document may be in two indices. */
  private static final int IDS = PAGE / 2;

  private final Cluster cluster;
  private final IndexNames names;

  Search(Cluster cluster, IndexNames names) {
    this.cluster = cluster;
    this.names = names;
  }

  /** Sums of all that matches: the answer's "aggregations", with "doc_count" beside. */
  JsonNode aggregate(SpanFilter filter, Where where, Map<String, Object> aggregations) {
    JsonNode answer =
        cluster.search(
            names.in(filter.range()),
            Json.object(
                "size",
                0,
                "track_total_hits",
                false,
                "query",
                where.query(),
                "aggs",
                aggregations));
    return answer.path("aggregations");
  }

  long count(SpanFilter filter, Where where) {
    JsonNode answer =
        cluster.search(
            names.in(filter.range()),
            Json.object("size", 0, "track_total_hits", true, "query", where.query()));
    return answer.path("hits").path("total").path("value").asLong();
  }

  /** The hits of a search, which says how many and in which order. */
  List<JsonNode> hits(SpanFilter filter, Map<String, Object> search) {
    return hits(names.in(filter.range()), search);
  }

  List<JsonNode> hits(String indices, Map<String, Object> search) {
    search.put("track_total_hits", false);
    List<JsonNode> hits = new ArrayList<>();
    cluster.search(indices, search).path("hits").path("hits").forEach(hits::add);
    return hits;
  }

  /** The documents with these ids that are there, with some of their members. */
  List<JsonNode> byId(String indices, Collection<String> ids, Object members) {
    List<JsonNode> found = new ArrayList<>();
    List<String> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += IDS) {
      List<String> part = all.subList(from, Math.min(all.size(), from + IDS));
      found.addAll(
          hits(
              indices,
              Json.object(
                  "size",
                  PAGE,
                  "_source",
                  members,
                  "query",
                  Map.of("bool", Map.of("filter", Map.of("ids", Map.of("values", part)))))));
    }
    return found;
  }

  /** Every hit, page by page; the search has an order. */
  void each(SpanFilter filter, Map<String, Object> search, Consumer<JsonNode> consumer) {
    search.put("size", PAGE / 10);
    List<JsonNode> page;
    do {
      page = hits(filter, search);
      page.forEach(consumer);
      if (!page.isEmpty()) {
        search.put("search_after", page.get(page.size() - 1).path("sort"));
      }
    } while (page.size() == PAGE / 10);
  }

  /** A group of a composite aggregation: a value of each source, each with a name. */
  static Map<String, Object> source(String field, boolean missing) {
    return Map.of(field, Map.of("terms", Map.of("field", field, "missing_bucket", missing)));
  }

  /** Every bucket there is, in the order of its values, page by page. */
  void groups(
      SpanFilter filter,
      Where where,
      List<Map<String, Object>> sources,
      Map<String, Object> aggregations,
      Consumer<JsonNode> consumer) {
    JsonNode after = null;
    do {
      Map<String, Object> groups =
          Json.object(
              "composite",
              Json.object("size", PAGE, "sources", sources, "after", after),
              "aggs",
              aggregations.isEmpty() ? null : aggregations);
      JsonNode page = aggregate(filter, where, Map.of("groups", groups)).path("groups");
      page.path("buckets").forEach(consumer);
      after = page.get("after_key");
    } while (after != null);
  }

  /** How many different values a field has, exactly. */
  long distinct(SpanFilter filter, Where where, String field) {
    Map<String, Object> count =
        Map.of(
            "all",
            Map.of("terms", Map.of("field", field, "size", ALL_TERMS)),
            "count",
            Map.of("stats_bucket", Map.of("buckets_path", "all>_count")));
    JsonNode answer =
        cluster.search(
            names.in(filter.range()),
            Json.object(
                "size", 0, "track_total_hits", false, "query", where.query(), "aggs", count),
            "aggregations.count");
    return answer.path("aggregations").path("count").path("count").asLong();
  }
}
