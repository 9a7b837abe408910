package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Graph;
import dev.usercontext.dashboard.store.GraphEdge;
import dev.usercontext.dashboard.store.GraphNode;
import dev.usercontext.dashboard.store.GraphQuery;
import dev.usercontext.dashboard.store.LatencyHistogram;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who called whom. */
final class GraphReader {

  /** Sums of a node or an edge. */
  private static final class Calls {
    private long calls;
    private long errors;
    private long cost;
    private final LatencyHistogram latency = new LatencyHistogram();

    void add(JsonNode bucket) {
      long count = bucket.path("doc_count").asLong();
      calls += count;
      errors += Sums.value(bucket, "errors");
      cost += Sums.value(bucket, "spent");
      latency.add(bucket.path("key").path("latency").asInt(), count);
    }
  }

  private final Search search;

  GraphReader(Search search) {
    this.search = search;
  }

  Graph graph(GraphQuery graph) {
    Map<Edge, Calls> edges = new HashMap<>();
    Map<Node, Calls> nodes = new HashMap<>();
    groups(
        graph,
        Where.of(graph.filter()),
        List.of("edge", "latency"),
        bucket -> {
          Edge edge = Terms.edge(bucket.path("key").path("edge").asText());
          nodes.computeIfAbsent(edge.to(), node -> new Calls()).add(bucket);
          if (edge.from().kind() != NodeKind.USER) {
            edges.computeIfAbsent(edge, key -> new Calls()).add(bucket);
            nodes.computeIfAbsent(edge.from(), node -> new Calls());
          }
        });
    long otherUsers = users(graph, nodes, edges);
    return new Graph(
        nodes.entrySet().stream()
            .map(entry -> node(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingLong(GraphNode::calls)
                    .reversed()
                    .thenComparing(node -> node.node().kind())
                    .thenComparing(node -> node.node().name()))
            .toList(),
        edges.entrySet().stream()
            .map(entry -> edge(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingLong(GraphEdge::calls)
                    .reversed()
                    .thenComparing(edge -> edge.edge().toString()))
            .toList(),
        otherUsers);
  }

  private void groups(
      GraphQuery graph,
      Where where,
      List<String> fields,
      java.util.function.Consumer<JsonNode> consumer) {
    search.groups(
        graph.filter(),
        where.and(Where.existing("edge")),
        fields.stream().map(field -> Search.source(field, false)).toList(),
        Map.of("errors", Sums.sum("errors"), "spent", Sums.sum("spent")),
        consumer);
  }

  /** Adds the users with the most calls, and says how many others there are. */
  private long users(GraphQuery graph, Map<Node, Calls> nodes, Map<Edge, Calls> edges) {
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
        bucket -> {
          Node user = new Node(NodeKind.USER, bucket.path("key").path("user").asText());
          Edge edge = Terms.edge(bucket.path("key").path("edge").asText());
          nodes.computeIfAbsent(user, node -> new Calls()).add(bucket);
          edges.computeIfAbsent(new Edge(user, edge.to()), key -> new Calls()).add(bucket);
        });
    return all - shown.size();
  }

  private static GraphNode node(Node node, Calls sums) {
    return new GraphNode(node, sums.calls, sums.errors, sums.latency.latency(), sums.cost);
  }

  private static GraphEdge edge(Edge edge, Calls sums) {
    return new GraphEdge(edge, sums.calls, sums.errors, sums.latency.latency(), sums.cost);
  }
}
