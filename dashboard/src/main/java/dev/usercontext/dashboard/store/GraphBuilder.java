package dev.usercontext.dashboard.store;

import dev.usercontext.dashboard.cost.NanoUsd;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a network together from calls that an engine has counted, group by group. A call belongs to
 * the node that was called, and to the edge that leads there. For one thread.
 */
public final class GraphBuilder {

  /**
   * Calls with the same edge and latency.
   *
   * @param latency their bucket of the {@link LatencyHistogram}
   */
  public record Calls(int latency, long count, long errors, long costNanoUsd) {}

  /** Of a node or an edge. */
  private static final class Sums {
    private long calls;
    private long errors;
    private long cost;
    private final LatencyHistogram latency = new LatencyHistogram();

    void add(Calls some) {
      calls += some.count;
      errors += some.errors;
      cost = NanoUsd.plus(cost, some.costNanoUsd);
      latency.add(some.latency, some.count);
    }
  }

  private final Map<Edge, Sums> edges = new HashMap<>();
  private final Map<Node, Sums> nodes = new HashMap<>();

  /** Adds calls of all users. An edge from users counts for its node; whose it is, comes later. */
  public void add(Edge edge, Calls calls) {
    sums(edge.to()).add(calls);
    if (edge.from().kind() != NodeKind.USER) {
      sums(edge).add(calls);
      sums(edge.from());
    }
  }

  /**
   * Adds a user's part of the calls on an edge from users, which have been added before.
   *
   * @param edge from any user
   */
  public void add(String userId, Edge edge, Calls calls) {
    Node user = new Node(NodeKind.USER, userId);
    sums(user).add(calls);
    sums(new Edge(user, edge.to())).add(calls);
  }

  private Sums sums(Node node) {
    return nodes.computeIfAbsent(node, key -> new Sums());
  }

  private Sums sums(Edge edge) {
    return edges.computeIfAbsent(edge, key -> new Sums());
  }

  /**
   * The network, the most frequent first.
   *
   * @param otherUsers how many users are not in it
   */
  public Graph build(long otherUsers) {
    List<GraphNode> sortedNodes =
        nodes.entrySet().stream()
            .map(entry -> node(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingLong(GraphNode::calls)
                    .reversed()
                    .thenComparing(node -> node.node().kind())
                    .thenComparing(node -> node.node().name()))
            .toList();
    List<GraphEdge> sortedEdges =
        edges.entrySet().stream()
            .map(entry -> edge(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingLong(GraphEdge::calls)
                    .reversed()
                    .thenComparing(edge -> edge.edge().toString()))
            .toList();
    return new Graph(sortedNodes, sortedEdges, otherUsers);
  }

  private static GraphNode node(Node node, Sums sums) {
    return new GraphNode(node, sums.calls, sums.errors, sums.latency.latency(), sums.cost);
  }

  private static GraphEdge edge(Edge edge, Sums sums) {
    return new GraphEdge(edge, sums.calls, sums.errors, sums.latency.latency(), sums.cost);
  }
}
