package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.TraceSummary;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The spans of one trace. */
final class TraceSpans {
  private final Query query;

  TraceSpans(Query query) {
    this.query = query;
  }

  List<StoredSpan> page(
      DuckDBConnection connection, String trace, @Nullable StoredSpan after, int limit)
      throws SQLException {
    List<Object> parameters = new ArrayList<>(List.of(Ids.trace(trace).toString()));
    String rest = "";
    if (after != null) {
      rest =
          " AND (start_nanos > "
              + after.startNanos()
              + " OR start_nanos = "
              + after.startNanos()
              + " AND span_id > ?)";
      parameters.add(Ids.span(after.spanId()));
    }
    return Query.rows(
        connection,
        "SELECT "
            + SpanColumns.SELECT
            + of(trace)
            + rest
            + " ORDER BY start_nanos, span_id LIMIT "
            + limit,
        parameters,
        SpanColumns::read);
  }

  Optional<StoredSpan> span(DuckDBConnection connection, String trace, String span)
      throws SQLException {
    return Query.rows(
            connection,
            "SELECT " + SpanColumns.SELECT + of(trace) + " AND span_id = ?",
            List.of(Ids.trace(trace).toString(), Ids.span(span)),
            SpanColumns::read)
        .stream()
        .findFirst();
  }

  Optional<TraceSummary> summary(DuckDBConnection connection, String trace) throws SQLException {
    List<Object> parameters = List.of(Ids.trace(trace).toString());
    List<String> users =
        Query.rows(
            connection,
            "SELECT user_id"
                + of(trace)
                + " AND user_id IS NOT NULL GROUP BY user_id"
                + " ORDER BY min((start_nanos, span_id)) LIMIT "
                + TraceSummary.USERS,
            parameters,
            row -> row.getString(1));
    return Query.rows(
            connection,
            "SELECT min(start_nanos), max(start_nanos + duration_nanos), "
                + TotalColumns.SELECT
                + of(trace),
            parameters,
            row ->
                new TraceSummary(TotalColumns.read(row, 3), row.getLong(1), row.getLong(2), users))
        .stream()
        .filter(summary -> summary.totals().spans() > 0)
        .findFirst();
  }

  private String of(String trace) {
    return " FROM "
        + query.fromAny(TimeRange.ALL, new long[] {SpanTokens.trace(trace)})
        + " WHERE trace_id = ?::UUID";
  }
}
