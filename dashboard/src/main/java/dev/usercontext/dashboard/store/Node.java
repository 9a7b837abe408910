package dev.usercontext.dashboard.store;

/**
 * A node of the network.
 *
 * @param name the id of the user, or the name of the service, agent, tool or model
 */
public record Node(NodeKind kind, String name) {}
