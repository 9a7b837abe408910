package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.Totals;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Sums of a group: the columns, and their values. */
final class TotalColumns {
  /** How many columns {@link #SELECT} has. */
  static final int COUNT = 8;

  /** The cost of LLM calls among other spans. */
  static final String COST = most("sum(cost) FILTER (role = 0)");

  /** Sums of BIGINT are HUGEINT in the database, which are slow to read. */
  static final String SELECT =
      """
      count(*) AS spans, count(*) FILTER (role = 0) AS llm_calls, \
      coalesce(sum(input_tokens) FILTER (role = 0), 0)::BIGINT AS input_tokens, \
      coalesce(sum(output_tokens) FILTER (role = 0), 0)::BIGINT AS output_tokens, \
      coalesce(sum(cached_tokens) FILTER (role = 0), 0)::BIGINT AS cached_tokens, \
      %s AS cost, \
      count(*) FILTER (role = 0 AND cost IS NULL) AS cost_unknown, \
      count(*) FILTER (status = 2) AS errors"""
          .formatted(COST);

  /** The same where all spans are LLM calls: without a filter for each sum, in half the time. */
  static final String OF_CALLS =
      """
      count(*) AS spans, count(*) AS llm_calls, \
      coalesce(sum(input_tokens), 0)::BIGINT AS input_tokens, \
      coalesce(sum(output_tokens), 0)::BIGINT AS output_tokens, \
      coalesce(sum(cached_tokens), 0)::BIGINT AS cached_tokens, \
      %s AS cost, count(*) - count(cost) AS cost_unknown, \
      count(*) FILTER (status = 2) AS errors"""
          .formatted(most("sum(cost)"));

  /** The same, of {@link SumTable#USERS}. */
  static final String SUMS =
      """
      sum(spans)::BIGINT AS spans, sum(llm_calls)::BIGINT AS llm_calls, \
      sum(input_tokens)::BIGINT AS input_tokens, sum(output_tokens)::BIGINT AS output_tokens, \
      sum(cached_tokens)::BIGINT AS cached_tokens, %s AS cost, \
      sum(cost_unknown)::BIGINT AS cost_unknown, sum(errors)::BIGINT AS errors"""
          .formatted(most("sum(cost)"));

  /** As {@link #SUMS}, of the LLM calls among the spans. */
  static final String CALL_SUMS =
      SUMS.replace("sum(spans)", "sum(llm_calls)").replace("sum(errors)", "sum(llm_errors)");

  private TotalColumns() {}

  /** A sum of money. Spans may say that they cost so much that a BIGINT can't hold it. */
  static String most(String sum) {
    return "least(coalesce(" + sum + ", 0), " + Long.MAX_VALUE + ")::BIGINT";
  }

  static Totals read(ResultSet row, int first) throws SQLException {
    return new Totals(
        row.getLong(first),
        row.getLong(first + 1),
        row.getLong(first + 2),
        row.getLong(first + 3),
        row.getLong(first + 4),
        row.getLong(first + 5),
        row.getLong(first + 6),
        row.getLong(first + 7));
  }

  /** What {@link #OF_CALLS} says of spans that are none. */
  static Totals withoutCalls(Totals sums) {
    return new Totals(sums.spans(), 0, 0, 0, 0, 0, 0, sums.errors());
  }
}
