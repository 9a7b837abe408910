package dev.usercontext.dashboard.store;

import java.util.List;

/**
 * The network.
 *
 * @param nodes by calls, the most first; likewise edges
 * @param otherUsers how many users there are beside those shown
 */
public record Graph(List<GraphNode> nodes, List<GraphEdge> edges, long otherUsers) {}
