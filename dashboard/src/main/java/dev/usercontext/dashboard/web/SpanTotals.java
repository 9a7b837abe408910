package dev.usercontext.dashboard.web;

import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.Totals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums of spans that are at hand, as the store sums up those it holds. */
public final class SpanTotals {
  private SpanTotals() {}

  /** The sums of those spans. */
  public static Totals of(List<StoredSpan> spans) {
    return spans.stream().map(SpanTotals::one).reduce(Totals.ZERO, Totals::plus);
  }

  private static Totals one(StoredSpan span) {
    long error = span.status() == SpanStatus.ERROR ? 1 : 0;
    LlmWork llm = span.llm();
    if (llm == null || !span.isLlmCall()) {
      return new Totals(1, 0, 0, 0, 0, 0, 0, error);
    }
    return new Totals(
        1,
        1,
        known(llm.inputTokens()),
        known(llm.outputTokens()),
        known(llm.cachedTokens()),
        known(llm.costNanoUsd()),
        llm.costNanoUsd() == null ? 1 : 0,
        error);
  }

  private static long known(@Nullable Long number) {
    return number == null ? 0 : number;
  }
}
