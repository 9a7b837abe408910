package dev.usercontext.dashboard.llm;

import dev.usercontext.dashboard.cost.NanoUsd;
import dev.usercontext.dashboard.cost.PriceTable;
import dev.usercontext.dashboard.llm.SpanFacts.CostSource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads spans of every convention into {@link SpanFacts}. Immutable, for all threads. */
public final class SpanReader {
  /** A user has at most so many attributes; the rest stay attributes of the span. */
  public static final int MOST_USER_ATTRS = 64;

  /** The library's default, {@code usercontext.attribute-prefix} there. */
  public static final String DEFAULT_USER_ATTR_PREFIX = "user_attrs.";

  private final PriceTable prices;
  private final String userAttrPrefix;

  /**
   * @param prices what tokens cost
   * @param userAttrPrefix what the names of a user's own attributes begin with
   */
  public SpanReader(PriceTable prices, String userAttrPrefix) {
    this.prices = prices;
    this.userAttrPrefix = userAttrPrefix;
  }

  /**
   * Reads one span; whatever its attributes hold, it never throws.
   *
   * @param spanName the span's name
   * @param attributes its attributes: String, Boolean, Long, Double or a List of them
   * @param start when it started, for the price of that day
   */
  public SpanFacts read(String spanName, Map<String, ?> attributes, Instant start) {
    SpanRole role = SpanRoles.of(spanName, attributes);
    boolean call = role == SpanRole.LLM;
    String answered = call ? Values.name(attributes, SpanNames.RESPONSE_MODEL) : null;
    String asked = call ? asked(attributes) : null;
    Long input = call ? Values.tokens(attributes, SpanNames.INPUT_TOKENS) : null;
    Long output = call ? Values.tokens(attributes, SpanNames.OUTPUT_TOKENS) : null;
    Long cached = call ? Values.tokens(attributes, SpanNames.CACHED_TOKENS) : null;

    Long cost = null;
    CostSource source = call ? CostSource.UNKNOWN : CostSource.NONE;
    if (call) {
      cost = NanoUsd.parse(Values.first(attributes, SpanNames.COST));
      if (cost != null) {
        source = CostSource.SPAN;
      } else {
        cost = priced(answered, asked, start, input, output, cached);
        source = cost == null ? CostSource.UNKNOWN : CostSource.PRICES;
      }
    }
    return new SpanFacts(
        Values.text(attributes, SpanNames.USER_ID),
        Values.text(attributes, SpanNames.USER_EMAIL),
        userAttrs(attributes),
        role,
        role == SpanRole.OTHER ? null : Values.name(attributes, SpanNames.PROVIDER),
        answered != null ? answered : asked,
        agent(role, spanName, attributes),
        tool(role, spanName, attributes),
        input,
        output,
        cached,
        cost,
        source);
  }

  private @Nullable Long priced(
      @Nullable String answered,
      @Nullable String asked,
      Instant start,
      @Nullable Long input,
      @Nullable Long output,
      @Nullable Long cached) {
    Long cost = answered == null ? null : prices.cost(answered, start, input, output, cached);
    return cost != null || asked == null ? cost : prices.cost(asked, start, input, output, cached);
  }

  private static @Nullable String asked(Map<String, ?> attributes) {
    String model = Values.name(attributes, SpanNames.REQUEST_MODEL);
    return model != null ? model : Values.text(attributes, SpanNames.PLAIN_MODEL);
  }

  private static @Nullable String agent(
      SpanRole role, String spanName, Map<String, ?> attributes) {
    String named = Values.name(attributes, SpanNames.AGENT);
    if (named != null || role != SpanRole.AGENT) {
      return named;
    }
    if (spanName.startsWith(SpanNames.QUARKUS_AI_SERVICE)) {
      return spanName.substring(SpanNames.QUARKUS_AI_SERVICE.length());
    }
    String entity = Values.text(attributes, SpanNames.TRACELOOP_NAME);
    return entity != null ? entity : spanName;
  }

  private static @Nullable String tool(SpanRole role, String spanName, Map<String, ?> attributes) {
    if (role != SpanRole.TOOL) {
      return null;
    }
    String named = Values.name(attributes, SpanNames.TOOL);
    if (named != null) {
      return named;
    }
    if (spanName.startsWith(SpanNames.QUARKUS_TOOL)) {
      return spanName.substring(SpanNames.QUARKUS_TOOL.length());
    }
    String entity = Values.text(attributes, SpanNames.TRACELOOP_NAME);
    return entity != null ? entity : spanName;
  }

  private Map<String, Object> userAttrs(Map<String, ?> attributes) {
    Map<String, Object> found = null;
    for (Map.Entry<String, ?> attribute : attributes.entrySet()) {
      String name = attribute.getKey();
      if (name.startsWith(userAttrPrefix)
          && name.length() > userAttrPrefix.length()
          && attribute.getValue() != null) {
        if (found == null) {
          found = new LinkedHashMap<>();
        }
        if (found.size() < MOST_USER_ATTRS) {
          found.put(name.substring(userAttrPrefix.length()), attribute.getValue());
        }
      }
    }
    return found == null ? Map.of() : found;
  }
}
