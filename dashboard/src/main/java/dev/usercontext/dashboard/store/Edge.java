package dev.usercontext.dashboard.store;

/**
 * Who called whom. Each span is at most one edge: to its agent, tool or model, or else to its
 * service; from the nearest span above it that is another node, or else from its user.
 */
public record Edge(Node from, Node to) {}
