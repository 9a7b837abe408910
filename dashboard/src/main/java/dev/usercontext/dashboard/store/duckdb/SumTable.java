package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.SpanFilter;

/**
 * Sums over the spans of each complete block, so that a view reads a tenth of the rows, or less.
 * Where the spans of a block do not all count, and for the open block, the spans themselves take
 * their place: each is a sum of one. Both have the same columns.
 */
enum SumTable {
  /** By user and hour; for LLM calls, {@code spans} and {@code errors} are theirs only. */
  USERS(
      "user_sums",
      "hour, user_id, user_email, service, environment, user_attributes",
      """
      %s AS hour, user_id, user_email, service, environment, user_attributes,
      1::BIGINT AS spans,
      CASE WHEN role = 0 THEN 1 ELSE 0 END::BIGINT AS llm_calls,
      CASE WHEN role = 0 THEN coalesce(input_tokens, 0) ELSE 0 END AS input_tokens,
      CASE WHEN role = 0 THEN coalesce(output_tokens, 0) ELSE 0 END AS output_tokens,
      CASE WHEN role = 0 THEN coalesce(cached_tokens, 0) ELSE 0 END AS cached_tokens,
      CASE WHEN role = 0 THEN coalesce(cost, 0) ELSE 0 END AS cost,
      CASE WHEN role = 0 AND cost IS NULL THEN 1 ELSE 0 END::BIGINT AS cost_unknown,
      CASE WHEN status = 2 THEN 1 ELSE 0 END::BIGINT AS errors,
      CASE WHEN role = 0 AND status = 2 THEN 1 ELSE 0 END::BIGINT AS llm_errors,
      start_nanos AS first, start_nanos AS last"""
          .formatted(floor("start_nanos", SumTable.HOUR)),
      """
      sum(spans)::BIGINT, sum(llm_calls)::BIGINT, sum(input_tokens)::BIGINT,
      sum(output_tokens)::BIGINT, sum(cached_tokens)::BIGINT, sum(cost)::BIGINT,
      sum(cost_unknown)::BIGINT, sum(errors)::BIGINT, sum(llm_errors)::BIGINT,
      min(first), max(last)""") {
    @Override
    boolean answers(SpanFilter filter) {
      return filter.name() == null
          && filter.kind() == null
          && !filter.onlyLlmCalls()
          && isPlain(filter);
    }
  },

  /** By name and day. */
  NAMES(
      "name_sums",
      "day, service, environment, kind, name",
      """
      %s AS day, service, environment, kind, name, 1::BIGINT AS spans,
      CASE WHEN user_id IS NULL THEN 0 ELSE 1 END::BIGINT AS with_user"""
          .formatted(floor("start_nanos", SumTable.DAY)),
      "sum(spans)::BIGINT, sum(with_user)::BIGINT") {
    @Override
    boolean answers(SpanFilter filter) {
      return filter.user() == null
          && filter.withUser() == null
          && !filter.onlyLlmCalls()
          && isPlain(filter);
    }
  };

  static final long HOUR = 3_600_000_000_000L;
  static final long DAY = 24 * HOUR;

  private final String table;
  private final String keys;
  private final String one;
  private final String sums;

  SumTable(String table, String keys, String one, String sums) {
    this.table = table;
    this.keys = keys;
    this.one = one;
    this.sums = sums;
  }

  /** Whether the filter's conditions, beside its time, are about columns of this table. */
  abstract boolean answers(SpanFilter filter);

  private static boolean isPlain(SpanFilter filter) {
    SpanFilter plain =
        SpanFilter.builder(filter.range())
            .environment(filter.environment())
            .service(filter.service())
            .name(filter.name())
            .kind(filter.kind())
            .user(filter.user())
            .withUser(filter.withUser())
            .onlyLlmCalls(filter.onlyLlmCalls())
            .build();
    return plain.equals(filter);
  }

  /** Where the hour or day begins. Times before 1970 are rounded down as well. */
  static String floor(String nanos, long unit) {
    return "(%1$s - ((%1$s %% %2$d) + %2$d) %% %2$d)".formatted(nanos, unit);
  }

  String table() {
    return table;
  }

  /** What to select of a span. */
  String one() {
    return one;
  }

  /** Sums of the spans of some blocks. */
  String fill(int from, int to) {
    return "INSERT INTO %s SELECT block, %s, %s FROM (SELECT block, %s FROM spans WHERE block BETWEEN %d AND %d) GROUP BY ALL ORDER BY block"
        .formatted(table, keys, sums, one, from, to);
  }
}
