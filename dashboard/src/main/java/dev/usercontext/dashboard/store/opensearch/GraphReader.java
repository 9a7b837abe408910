package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Graph;
import dev.usercontext.dashboard.store.GraphBuilder;
import dev.usercontext.dashboard.store.GraphQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Who called whom. */
final class GraphReader {
  private final Search search;

  GraphReader(Search search) {
    this.search = search;
  }

  Graph graph(GraphQuery graph) {
    GraphBuilder built = new GraphBuilder();
    groups(
        graph,
        Where.of(graph.filter()),
        List.of("edge", "latency"),
        bucket -> built.add(edge(bucket), calls(bucket)));
    return built.build(users(graph, built));
  }

  private void groups(
      GraphQuery graph, Where where, List<String> fields, Consumer<JsonNode> consumer) {
    search.groups(
        graph.filter(),
        where.and(Where.existing("edge")),
        fields.stream().map(field -> Search.source(field, false)).toList(),
        Map.of("errors", Sums.sum("errors"), "spent", Sums.sum("spent")),
        consumer);
  }

  /** Adds the users with the most calls, and says how many others there are. */
  private long users(GraphQuery graph, GraphBuilder built) {
    Where where = Where.of(graph.filter()).term("fromUser", true).and(Where.existing("user"));
    long all = search.distinct(graph.filter(), where, "user");
    if (all == 0 || graph.users() == 0) {
      return all;
    }
    List<String> shown = new ArrayList<>();
    search
        .aggregate(
            graph.filter(),
            where,
            Map.of(
                "users",
                Map.of(
                    "terms",
                    Map.of(
                        "field",
                        "user",
                        "size",
                        graph.users(),
                        "shard_size",
                        Search.ALL_TERMS,
                        "order",
                        List.of(Map.of("_count", "desc"), Map.of("_key", "asc"))))))
        .path("users")
        .path("buckets")
        .forEach(bucket -> shown.add(bucket.path("key").asText()));
    groups(
        graph,
        where.terms("user", shown),
        List.of("user", "edge", "latency"),
        bucket -> built.add(bucket.path("key").path("user").asText(), edge(bucket), calls(bucket)));
    return all - shown.size();
  }

  private static Edge edge(JsonNode bucket) {
    return Terms.edge(bucket.path("key").path("edge").asText());
  }

  private static GraphBuilder.Calls calls(JsonNode bucket) {
    return new GraphBuilder.Calls(
        bucket.path("key").path("latency").asInt(),
        bucket.path("doc_count").asLong(),
        Sums.value(bucket, "errors"),
        Sums.value(bucket, "spent"));
  }
}
