package dev.usercontext.dashboard.llm;

import java.util.List;

/**
 * The attribute names that are read, the first that is there wins: OpenTelemetry's gen_ai
 * conventions new and old, OpenInference, OpenLLMetry, LangChain4j and Quarkus LangChain4j, and
 * plain names.
 */
final class SpanNames {
  static final List<String> RESPONSE_MODEL =
      List.of("gen_ai.response.model", "llm.response.model_name", "llm.response.model");
  static final List<String> REQUEST_MODEL =
      List.of(
          "gen_ai.request.model",
          "llm.request.model_name",
          "llm.model_name",
          "embedding.model_name",
          "llm.request.model");
  static final String PLAIN_MODEL = "model";

  static final List<String> PROVIDER =
      List.of("gen_ai.provider.name", "gen_ai.system", "llm.provider", "llm.system");

  static final List<String> INPUT_TOKENS =
      List.of(
          "gen_ai.usage.input_tokens",
          "gen_ai.usage.prompt_tokens",
          "llm.token_count.prompt",
          "llm.usage.prompt_tokens",
          "input_tokens",
          "prompt_tokens");
  static final List<String> OUTPUT_TOKENS =
      List.of(
          "gen_ai.usage.output_tokens",
          "gen_ai.usage.completion_tokens",
          "llm.token_count.completion",
          "llm.usage.completion_tokens",
          "output_tokens",
          "completion_tokens");
  static final List<String> CACHED_TOKENS =
      List.of(
          "gen_ai.usage.cache_read.input_tokens",
          "gen_ai.usage.cache_read_input_tokens",
          "llm.token_count.prompt_details.cache_read",
          "gen_ai.usage.cached_tokens",
          "cached_tokens");
  static final List<String> CACHE_WRITE_TOKENS =
      List.of(
          "gen_ai.usage.cache_creation.input_tokens",
          "gen_ai.usage.cache_creation_input_tokens",
          "llm.token_count.prompt_details.cache_write");

  static final List<String> COST =
      List.of(
          "cost_usd",
          "gen_ai.usage.cost",
          "llm.cost.total",
          // Quarkus LangChain4j: a string, the number and its currency, 0.0012USD.
          "gen_ai.client.estimated_cost");

  static final List<String> AGENT = List.of("gen_ai.agent.name", "agent.name");
  static final List<String> TOOL = List.of("gen_ai.tool.name", "tool.name");

  static final String OPENINFERENCE_KIND = "openinference.span.kind";
  static final String TRACELOOP_KIND = "traceloop.span.kind";
  static final String TRACELOOP_NAME = "traceloop.entity.name";
  static final String OPERATION = "gen_ai.operation.name";
  static final String OPENLLMETRY_REQUEST = "llm.request.type";

  /** Quarkus LangChain4j names its spans only. */
  static final String QUARKUS_AI_SERVICE = "langchain4j.aiservices.";

  static final String QUARKUS_TOOL = "langchain4j.tools.";

  private SpanNames() {}
}
