package dev.usercontext.dashboard.store;

import java.util.List;

/**
 * What LLM calls cost. Only LLM calls are counted.
 *
 * @param groups the dearest first, then {@code REST}, then {@code NONE}, where there are such
 */
public record CostSeries(Totals totals, List<CostGroup> groups) {}
