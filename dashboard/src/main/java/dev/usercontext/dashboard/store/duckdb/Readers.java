package dev.usercontext.dashboard.store.duckdb;

/** What answers each question. */
final class Readers {
  final TotalsReader totals;
  final UsersReader users;
  final UserReader user;
  final AuditReader audit;
  final CostReader costs;
  final GraphReader graphs;
  final CoverageReader coverages;
  final SuggestionReader suggestions;
  final TraceSpans traces;

  Readers(Query query, String userAttributePrefix) {
    totals = new TotalsReader(query);
    users = new UsersReader(query);
    user = new UserReader(query, userAttributePrefix);
    audit = new AuditReader(query);
    costs = new CostReader(query, userAttributePrefix);
    graphs = new GraphReader(query);
    coverages = new CoverageReader(query);
    suggestions = new SuggestionReader(query, userAttributePrefix);
    traces = new TraceSpans(query);
  }
}
