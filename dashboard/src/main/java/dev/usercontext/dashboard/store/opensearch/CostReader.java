package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.store.CostGroup;
import dev.usercontext.dashboard.store.CostGroup.Kind;
import dev.usercontext.dashboard.store.CostGroup.Point;
import dev.usercontext.dashboard.store.CostQuery;
import dev.usercontext.dashboard.store.CostQuery.GroupBy;
import dev.usercontext.dashboard.store.CostSeries;
import dev.usercontext.dashboard.store.Totals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What LLM calls cost: the top groups, and what all calls and those without a group cost. */
final class CostReader {
  /** The cluster refuses answers with more than 65,535. */
  private static final int BUCKETS = 50_000;

  private final Search search;
  private final String attributePrefix;

  CostReader(Search search, String attributePrefix) {
    this.search = search;
    this.attributePrefix = attributePrefix;
  }

  CostSeries series(CostQuery cost) {
    Group group = Group.of(cost, attributePrefix);
    Map<String, Object> all = Sums.aggregations();
    all.put("spans", Map.of("value_count", Map.of("field", "start")));
    all.putAll(points(cost));
    all.put("top", Map.of("terms", group.top(cost.top()), "aggs", Sums.aggregations()));
    all.put(
        "none",
        Map.of(
            "filter",
            Map.of("bool", Map.of("must_not", group.existing())),
            "aggs",
            withPoints(cost)));
    JsonNode found = search.aggregate(cost.filter(), Where.of(cost.filter()).calls(), all);

    TreeMap<Long, Totals> rest = points(found);
    Totals totals = Sums.totals(found, Sums.value(found, "spans"));
    JsonNode none = found.path("none");
    Totals restTotals = minus(totals, Sums.totals(none));
    points(none).forEach((time, point) -> rest.merge(time, point, CostReader::minus));

    Map<String, Totals> named = new LinkedHashMap<>();
    for (JsonNode bucket : found.path("top").path("buckets")) {
      named.put(bucket.path("key").asText(), Sums.totals(bucket));
      restTotals = minus(restTotals, Sums.totals(bucket));
    }
    Map<String, TreeMap<Long, Totals>> series = series(cost, group, named, rest.size());
    List<CostGroup> groups = new ArrayList<>();
    named.forEach(
        (term, sum) -> {
          TreeMap<Long, Totals> points = series.getOrDefault(term, new TreeMap<>());
          points.forEach((time, point) -> rest.merge(time, point, CostReader::minus));
          groups.add(new CostGroup(Kind.NAMED, group.name(term), sum, list(points)));
        });
    add(groups, Kind.REST, restTotals, rest);
    add(groups, Kind.NONE, Sums.totals(none), points(none));
    return new CostSeries(totals, List.copyOf(groups));
  }

  private static void add(
      List<CostGroup> groups, Kind kind, Totals totals, TreeMap<Long, Totals> points) {
    if (totals.spans() > 0) {
      groups.add(new CostGroup(kind, "", totals, list(points)));
    }
  }

  /** The points of the top groups, of as many groups at once as the cluster answers. */
  private Map<String, TreeMap<Long, Totals>> series(
      CostQuery cost, Group group, Map<String, Totals> named, int points) {
    Map<String, TreeMap<Long, Totals>> series = new LinkedHashMap<>();
    List<String> terms = List.copyOf(named.keySet());
    int part = Math.max(1, BUCKETS / Math.max(1, points + 1));
    for (int from = 0; from < terms.size(); from += part) {
      List<String> some = terms.subList(from, Math.min(terms.size(), from + part));
      search
          .aggregate(
              cost.filter(),
              Where.of(cost.filter()).calls().terms(group.field(), some),
              Map.of("some", Map.of("terms", group.some(some), "aggs", points(cost))))
          .path("some")
          .path("buckets")
          .forEach(bucket -> series.put(bucket.path("key").asText(), points(bucket)));
    }
    return series;
  }

  private static Map<String, Object> withPoints(CostQuery cost) {
    Map<String, Object> sums = Sums.aggregations();
    sums.putAll(points(cost));
    return sums;
  }

  private static Map<String, Object> points(CostQuery cost) {
    return Map.of(
        "points",
        Map.of(
            "date_histogram",
            Map.of(
                "field",
                "time",
                "calendar_interval",
                cost.bucket().name().toLowerCase(Locale.ROOT),
                "min_doc_count",
                1),
            "aggs",
            Sums.aggregations()));
  }

  private static TreeMap<Long, Totals> points(JsonNode sums) {
    TreeMap<Long, Totals> points = new TreeMap<>();
    for (JsonNode bucket : sums.path("points").path("buckets")) {
      points.put(bucket.path("key").asLong() * 1_000_000, Sums.totals(bucket));
    }
    return points;
  }

  private static List<Point> list(TreeMap<Long, Totals> points) {
    return points.entrySet().stream()
        .filter(point -> point.getValue().spans() > 0)
        .map(point -> new Point(point.getKey(), point.getValue()))
        .toList();
  }

  private static Totals minus(Totals all, Totals part) {
    return new Totals(
        all.spans() - part.spans(),
        all.llmCalls() - part.llmCalls(),
        all.inputTokens() - part.inputTokens(),
        all.outputTokens() - part.outputTokens(),
        all.cachedTokens() - part.cachedTokens(),
        // The sum of all may be less than its parts: it ends at Long.MAX_VALUE.
        Math.max(0, all.costNanoUsd() - part.costNanoUsd()),
        all.costUnknown() - part.costUnknown(),
        all.errors() - part.errors());
  }

  /**
   * What makes a group.
   *
   * @param prefix of terms, where the field has those of other attributes as well
   */
  private record Group(String field, String prefix, Object existing) {

    static Group of(CostQuery cost, String attributePrefix) {
      if (cost.groupBy() != GroupBy.ATTRIBUTE) {
        String field = cost.groupBy().name().toLowerCase(Locale.ROOT);
        return new Group(field, "", Where.existing(field));
      }
      String key = String.valueOf(cost.attribute());
      // Few users have other attributes of their own than others: their field is small.
      String field = key.startsWith(attributePrefix) ? "own" : "attributes";
      return new Group(field, Terms.prefix(key), Map.of("term", Map.of("keys", Terms.of(key))));
    }

    Map<String, Object> top(int size) {
      Map<String, Object> terms =
          Json.object(
              "field",
              field,
              "size",
              size,
              "shard_size",
              Search.ALL_TERMS,
              "order",
              List.of(Map.of("spent", "desc"), Map.of("calls", "desc"), Map.of("_key", "asc")));
      if (!prefix.isEmpty()) {
        terms.put("include", Terms.beginning(prefix, ""));
        terms.put("execution_hint", "map");
      }
      return terms;
    }

    Map<String, Object> some(List<String> values) {
      return Map.of("field", field, "size", values.size(), "include", values);
    }

    String name(String term) {
      return term.substring(prefix.length());
    }
  }
}
