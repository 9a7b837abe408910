package dev.usercontext.dashboard.llm;

/** What part a span plays in an application that calls language models. */
public enum SpanRole {
  /** One call of a model: the only role that has tokens and a cost. */
  LLM,
  /** A run of an agent; its calls and tools are spans under it. */
  AGENT,
  /** A call of a tool. */
  TOOL,
  /** Anything else: requests, queries, chains, workflows. */
  OTHER
}
