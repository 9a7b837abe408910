package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Graph;
import dev.usercontext.dashboard.store.GraphEdge;
import dev.usercontext.dashboard.store.GraphNode;
import dev.usercontext.dashboard.store.GraphQuery;
import dev.usercontext.dashboard.store.LatencyHistogram;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Who called whom. */
final class GraphReader {
  private static final String SUMS =
      "latency, count(*), count(*) FILTER (status = 2),"
          + " coalesce(sum(cost) FILTER (role = 0), 0)::BIGINT";

  /** Sums of a node or an edge. */
  private static final class Sums {
    private long calls;
    private long errors;
    private long cost;
    private final LatencyHistogram latency = new LatencyHistogram();

    void add(int bucket, long count, long errorCount, long costNanoUsd) {
      calls += count;
      errors += errorCount;
      cost += costNanoUsd;
      latency.add(bucket, count);
    }
  }

  private final Query query;

  GraphReader(Query query) {
    this.query = query;
  }

  Graph graph(DuckDBConnection connection, GraphQuery graph) throws SQLException {
    Map<Edge, Sums> edges = new HashMap<>();
    Map<Node, Sums> nodes = new HashMap<>();
    Map<Integer, Edge> names = query.names().all();
    Where where = query.where(graph.filter()).and("edge > 0");
    Query.rows(
        connection,
        "SELECT edge, "
            + SUMS
            + " FROM "
            + query.from(graph.filter(), where)
            + " WHERE "
            + where.sql()
            + " GROUP BY ALL",
        where.parameters(),
        row -> {
          Edge edge = names.get(row.getInt(1));
          if (edge != null) {
            add(row, 2, nodes.computeIfAbsent(edge.to(), node -> new Sums()));
            if (edge.from().kind() != NodeKind.USER) {
              add(row, 2, edges.computeIfAbsent(edge, key -> new Sums()));
              nodes.computeIfAbsent(edge.from(), node -> new Sums());
            }
          }
          return edge;
        });
    long otherUsers = users(connection, graph, names, nodes, edges);
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

  /** Adds the users with the most calls, and says how many others there are. */
  private long users(
      DuckDBConnection connection,
      GraphQuery graph,
      Map<Integer, Edge> names,
      Map<Node, Sums> nodes,
      Map<Edge, Sums> edges)
      throws SQLException {
    String fromUsers =
        names.entrySet().stream()
            .filter(entry -> entry.getValue().from().kind() == NodeKind.USER)
            .map(entry -> String.valueOf(entry.getKey()))
            .collect(Collectors.joining(", "));
    if (fromUsers.isEmpty()) {
      return 0;
    }
    Where where =
        query.where(graph.filter()).and("user_id IS NOT NULL AND edge IN (" + fromUsers + ")");
    long[] all = {0};
    List<@Nullable String> shown =
        Query.rows(
            connection,
            "SELECT user_id, count(*) OVER () FROM "
                + query.from(graph.filter(), where)
                + " WHERE "
                + where.sql()
                + " GROUP BY user_id ORDER BY count(*) DESC, user_id LIMIT "
                + Math.max(graph.users(), 1),
            where.parameters(),
            row -> {
              all[0] = row.getLong(2);
              return row.getString(1);
            });
    if (graph.users() == 0 || shown.isEmpty()) {
      return all[0];
    }
    where.and(
        "user_id IN (" + shown.stream().map(id -> "?").collect(Collectors.joining(", ")) + ")",
        shown.toArray());
    Query.rows(
        connection,
        "SELECT user_id, edge, "
            + SUMS
            + " FROM "
            + query.from(graph.filter(), where)
            + " WHERE "
            + where.sql()
            + " GROUP BY ALL",
        where.parameters(),
        row -> {
          Node user = new Node(NodeKind.USER, row.getString(1));
          Edge edge = names.get(row.getInt(2));
          if (edge != null) {
            add(row, 3, nodes.computeIfAbsent(user, node -> new Sums()));
            add(row, 3, edges.computeIfAbsent(new Edge(user, edge.to()), key -> new Sums()));
          }
          return user;
        });
    return all[0] - shown.size();
  }

  private static void add(ResultSet row, int first, Sums sums) throws SQLException {
    sums.add(
        row.getInt(first), row.getLong(first + 1), row.getLong(first + 2), row.getLong(first + 3));
  }

  private static GraphNode node(Node node, Sums sums) {
    return new GraphNode(node, sums.calls, sums.errors, sums.latency.latency(), sums.cost);
  }

  private static GraphEdge edge(Edge edge, Sums sums) {
    return new GraphEdge(edge, sums.calls, sums.errors, sums.latency.latency(), sums.cost);
  }
}
