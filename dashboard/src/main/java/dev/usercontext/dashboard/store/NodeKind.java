package dev.usercontext.dashboard.store;

/** What the nodes of the network are. */
public enum NodeKind {
  USER,
  SERVICE,
  AGENT,
  TOOL,
  MODEL
}
