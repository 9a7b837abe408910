package dev.usercontext.dashboard.llm;

import static dev.usercontext.dashboard.llm.SpanRole.AGENT;
import static dev.usercontext.dashboard.llm.SpanRole.LLM;
import static dev.usercontext.dashboard.llm.SpanRole.OTHER;
import static dev.usercontext.dashboard.llm.SpanRole.TOOL;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a span's role. What a span says of itself counts first: an agent or a chain may carry the
 * tokens of all its calls, and they must not count twice.
 */
final class SpanRoles {
  private SpanRoles() {}

  static SpanRole of(String spanName, Map<String, ?> attributes) {
    SpanRole stated = stated(attributes);
    if (stated != null) {
      return stated;
    }
    if (spanName.startsWith(SpanNames.QUARKUS_AI_SERVICE)) {
      return AGENT;
    }
    if (spanName.startsWith(SpanNames.QUARKUS_TOOL)) {
      return TOOL;
    }
    return guessed(attributes);
  }

  private static @Nullable SpanRole stated(Map<String, ?> attributes) {
    String kind = lower(attributes, SpanNames.OPENINFERENCE_KIND);
    if (kind != null) {
      return switch (kind) {
        case "llm", "embedding" -> LLM;
        case "agent" -> AGENT;
        case "tool" -> TOOL;
        default -> OTHER;
      };
    }
    String operation = lower(attributes, SpanNames.OPERATION);
    if (operation != null) {
      return switch (operation) {
        case "chat", "text_completion", "generate_content", "embeddings", "completion" -> LLM;
        case "invoke_agent", "create_agent" -> AGENT;
        case "execute_tool" -> TOOL;
        default -> OTHER;
      };
    }
    String request = lower(attributes, SpanNames.OPENLLMETRY_REQUEST);
    if (request != null) {
      return switch (request) {
        case "chat", "completion", "embedding" -> LLM;
        default -> OTHER;
      };
    }
    String entity = lower(attributes, SpanNames.TRACELOOP_KIND);
    if (entity != null) {
      return switch (entity) {
        case "agent" -> AGENT;
        case "tool" -> TOOL;
        default -> OTHER;
      };
    }
    return null;
  }

  private static SpanRole guessed(Map<String, ?> attributes) {
    boolean used =
        Values.tokens(attributes, SpanNames.INPUT_TOKENS) != null
            || Values.tokens(attributes, SpanNames.OUTPUT_TOKENS) != null;
    boolean priced = Values.first(attributes, SpanNames.COST) != null;
    if (attributes.containsKey("gen_ai.request.model")
        || attributes.containsKey("gen_ai.response.model")
        || attributes.containsKey("llm.model_name")
        || attributes.containsKey("cost_usd")
        || (attributes.containsKey(SpanNames.PLAIN_MODEL) && (used || priced))) {
      return LLM;
    }
    if (Values.text(attributes, SpanNames.TOOL) != null) {
      return TOOL;
    }
    return OTHER;
  }

  private static @Nullable String lower(Map<String, ?> attributes, String name) {
    String value = Values.text(attributes, name);
    return value == null ? null : value.toLowerCase(Locale.ROOT);
  }
}
