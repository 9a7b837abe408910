package dev.usercontext.dashboard.store;

/** The sums of one model, agent, service. */
public record NamedTotals(String name, Totals totals) {}
