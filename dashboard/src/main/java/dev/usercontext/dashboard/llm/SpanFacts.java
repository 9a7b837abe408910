package dev.usercontext.dashboard.llm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a span says, in one vocabulary. Null is unknown, never zero.
 *
 * @param userId whom the span belongs to
 * @param userEmail that user's address
 * @param userAttrs that user's attributes, without their prefix; at most {@value
 *     SpanReader#MOST_USER_ATTRS}
 * @param role the part it plays
 * @param provider who runs the model
 * @param model the model that answered, else the one that was asked
 * @param agent the agent that it is, or that it says it works for
 * @param tool the tool that it calls
 * @param inputTokens all tokens that were sent, the cached ones among them
 * @param outputTokens the tokens that came back
 * @param cachedTokens the sent tokens that the provider had in its cache
 * @param costNanoUsd what the call cost, in nano-USD
 * @param costSource where the cost comes from
 */
public record SpanFacts(
    @Nullable String userId,
    @Nullable String userEmail,
    Map<String, Object> userAttrs,
    SpanRole role,
    @Nullable String provider,
    @Nullable String model,
    @Nullable String agent,
    @Nullable String tool,
    @Nullable Long inputTokens,
    @Nullable Long outputTokens,
    @Nullable Long cachedTokens,
    @Nullable Long costNanoUsd,
    CostSource costSource) {

  /** Where a cost comes from. */
  public enum CostSource {
    /** The span says it. */
    SPAN,
    /** Its tokens times the price table. */
    PRICES,
    /** A call whose cost nobody knows: no tokens, or no price for its model. */
    UNKNOWN,
    /** No call of a model: there is nothing to pay. */
    NONE
  }
}
