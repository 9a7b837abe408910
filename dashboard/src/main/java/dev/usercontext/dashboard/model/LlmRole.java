package dev.usercontext.dashboard.model;

/** What a span is in the work of a language model. */
public enum LlmRole {
  /** A call of a model: the only role that costs something. "LLM call" means this everywhere. */
  MODEL_CALL,
  /** The work of an agent: model calls and tools are below it. */
  AGENT,
  /** A tool that a model asked for. */
  TOOL
}
