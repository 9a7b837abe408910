package dev.usercontext.dashboard.llm;

import dev.usercontext.dashboard.cost.LlmReader;
import dev.usercontext.dashboard.cost.PriceTable;
import dev.usercontext.dashboard.cost.Usage;
import dev.usercontext.dashboard.model.LlmRole;
import dev.usercontext.dashboard.model.LlmWork;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads every convention. The cost is the one that the span says, else its tokens times the price
 * table, else unknown. Immutable, for all threads.
 */
public final class ConventionReader implements LlmReader {
  private final PriceTable prices;

  /** Reads with those prices. */
  public ConventionReader(PriceTable prices) {
    this.prices = prices;
  }

  @Override
  public @Nullable LlmWork read(
      String name, String scope, long startNanos, Map<String, Object> attributes) {
    LlmRole role = SpanRoles.of(name, attributes);
    if (role == null) {
      return null;
    }
    String operation = Values.name(attributes, List.of(SpanNames.OPERATION));
    String provider = Values.name(attributes, SpanNames.PROVIDER);
    String agent = agent(role, name, attributes);
    if (role != LlmRole.MODEL_CALL) {
      return new LlmWork(
          role,
          operation,
          provider,
          null,
          agent,
          tool(role, name, attributes),
          null,
          null,
          null,
          null);
    }
    String answered = Values.name(attributes, SpanNames.RESPONSE_MODEL);
    String asked = asked(attributes);
    Usage usage = usage(attributes);
    Long cost = Values.cost(attributes);
    if (cost == null) {
      Instant at = Instant.ofEpochSecond(0, startNanos);
      cost = answered == null ? null : prices.cost(answered, at, usage);
      if (cost == null && asked != null) {
        cost = prices.cost(asked, at, usage);
      }
    }
    return new LlmWork(
        role,
        operation,
        provider,
        answered != null ? answered : asked,
        agent,
        null,
        usage.input(),
        usage.output(),
        usage.cached(),
        cost);
  }

  private static Usage usage(Map<String, ?> attributes) {
    return new Usage(
        Values.tokens(attributes, SpanNames.INPUT_TOKENS),
        Values.tokens(attributes, SpanNames.OUTPUT_TOKENS),
        Values.tokens(attributes, SpanNames.CACHED_TOKENS),
        Values.tokens(attributes, SpanNames.CACHE_WRITE_TOKENS));
  }

  private static @Nullable String asked(Map<String, ?> attributes) {
    String model = Values.name(attributes, SpanNames.REQUEST_MODEL);
    return model != null ? model : Values.name(attributes, List.of(SpanNames.PLAIN_MODEL));
  }

  private static @Nullable String agent(LlmRole role, String span, Map<String, ?> attributes) {
    String named = Values.name(attributes, SpanNames.AGENT);
    return named != null || role != LlmRole.AGENT
        ? named
        : entity(span, SpanNames.QUARKUS_AI_SERVICE, attributes);
  }

  private static @Nullable String tool(LlmRole role, String span, Map<String, ?> attributes) {
    if (role != LlmRole.TOOL) {
      return null;
    }
    String named = Values.name(attributes, SpanNames.TOOL);
    return named != null ? named : entity(span, SpanNames.QUARKUS_TOOL, attributes);
  }

  /** What a span without the attribute is called. */
  private static String entity(String span, String prefix, Map<String, ?> attributes) {
    if (span.startsWith(prefix)) {
      return span.substring(prefix.length());
    }
    String entity = Values.name(attributes, List.of(SpanNames.TRACELOOP_NAME));
    return entity != null ? entity : span;
  }
}
