package dev.usercontext.dashboard.llm;

import dev.usercontext.dashboard.model.LlmRole;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a span's role. What a span says of itself counts first: an agent or a chain may carry the
 * tokens of all its calls, and they must not count twice.
 */
final class SpanRoles {
  private static final List<String> STATING =
      List.of(
          SpanNames.OPENINFERENCE_KIND,
          SpanNames.OPERATION,
          SpanNames.OPENLLMETRY_REQUEST,
          SpanNames.TRACELOOP_KIND);

  private SpanRoles() {}

  /** Null where no language model is involved. */
  static @Nullable LlmRole of(String spanName, Map<String, ?> attributes) {
    for (String name : STATING) {
      String said = lower(attributes, name);
      if (said != null) {
        return stated(said);
      }
    }
    if (spanName.startsWith(SpanNames.QUARKUS_AI_SERVICE)) {
      return LlmRole.AGENT;
    }
    if (spanName.startsWith(SpanNames.QUARKUS_TOOL)) {
      return LlmRole.TOOL;
    }
    return guessed(attributes);
  }

  /** The words of all conventions: none of them means different things in two. */
  private static @Nullable LlmRole stated(String word) {
    return switch (word) {
      case "llm",
          "embedding",
          "chat",
          "text_completion",
          "generate_content",
          "embeddings",
          "completion" ->
          LlmRole.MODEL_CALL;
      case "agent", "invoke_agent", "create_agent" -> LlmRole.AGENT;
      case "tool", "execute_tool" -> LlmRole.TOOL;
      default -> null;
    };
  }

  private static @Nullable LlmRole guessed(Map<String, ?> attributes) {
    boolean used =
        Values.tokens(attributes, SpanNames.INPUT_TOKENS) != null
            || Values.tokens(attributes, SpanNames.OUTPUT_TOKENS) != null;
    boolean priced = !Collections.disjoint(attributes.keySet(), SpanNames.COST);
    if (attributes.containsKey("gen_ai.request.model")
        || attributes.containsKey("gen_ai.response.model")
        || attributes.containsKey("llm.model_name")
        || attributes.containsKey("cost_usd")
        || (attributes.containsKey(SpanNames.PLAIN_MODEL) && (used || priced))) {
      return LlmRole.MODEL_CALL;
    }
    if (Values.text(attributes, SpanNames.TOOL) != null) {
      return LlmRole.TOOL;
    }
    return null;
  }

  private static @Nullable String lower(Map<String, ?> attributes, String name) {
    String value = Values.text(attributes, name);
    return value == null ? null : value.toLowerCase(Locale.ROOT);
  }
}
