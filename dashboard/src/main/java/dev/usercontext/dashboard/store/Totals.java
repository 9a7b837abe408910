package dev.usercontext.dashboard.store;

import dev.usercontext.dashboard.cost.NanoUsd;

/**
 * Sums over spans.
 *
 * @param spans all of them
 * @param llmCalls how many of them are calls of a model
 * @param inputTokens of the LLM calls, as far as they are known; likewise those that follow
 * @param costNanoUsd of the LLM calls whose cost is known; {@link Long#MAX_VALUE} is that or more
 * @param costUnknown LLM calls whose cost is unknown
 * @param errors spans whose status is ERROR
 */
public record Totals(
    long spans,
    long llmCalls,
    long inputTokens,
    long outputTokens,
    long cachedTokens,
    long costNanoUsd,
    long costUnknown,
    long errors) {

  public static final Totals ZERO = new Totals(0, 0, 0, 0, 0, 0, 0, 0);

  public Totals plus(Totals other) {
    return new Totals(
        spans + other.spans,
        llmCalls + other.llmCalls,
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        cachedTokens + other.cachedTokens,
        NanoUsd.plus(costNanoUsd, other.costNanoUsd),
        costUnknown + other.costUnknown,
        errors + other.errors);
  }
}
