package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.TraceRow;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** The newest traces. */
final class TraceReader {
  private static final int TRACES = 20;

  /** They are looked for in the last minutes, then in sixteen times as long, and so on. */
  private static final long FIRST_WINDOW = 500_000_000_000L;

  private static final int GROWTH = 16;

  /** More than are wanted, as some may have begun before the window. */
  private static final int SOME = 2 * TRACES;

  /** A trace, and when its first span in the window began. */
  private record Seen(UUID trace, long first) {}

  private final Query query;

  TraceReader(Query query) {
    this.query = query;
  }

  /**
   * Those whose first span that matches is the newest.
   *
   * @param last when the last span began that matches
   */
  List<TraceRow> newest(DuckDBConnection connection, SpanFilter filter, long last)
      throws SQLException {
    long window = FIRST_WINDOW;
    while (true) {
      boolean all = window > Long.MAX_VALUE / GROWTH || last < filter.range().fromNanos() + window;
      long from = all ? filter.range().fromNanos() : last - window;
      List<Seen> some = traces(connection, filter, new TimeRange(from, filter.range().toNanos()));
      if (all || some.size() >= TRACES) {
        List<TraceRow> rows = rows(connection, filter, some);
        // A trace without a span in the window has begun before it, and one that is not among some
        // before the last of these.
        long before = some.size() < SOME ? from : some.get(SOME - 1).first;
        if (all || rows.size() == TRACES && rows.get(TRACES - 1).startNanos() > before) {
          return rows;
        }
      }
      window *= GROWTH;
    }
  }

  private List<Seen> traces(DuckDBConnection connection, SpanFilter filter, TimeRange range)
      throws SQLException {
    SpanFilter part = filter.toBuilder().range(range).build();
    Where where = query.where(part);
    return Query.rows(
        connection,
        "SELECT trace_id, min(start_nanos) AS first FROM "
            + query.from(part, where)
            + " WHERE "
            + where.sql()
            + " GROUP BY trace_id ORDER BY first DESC, trace_id LIMIT "
            + SOME,
        where.parameters(),
        row -> new Seen((UUID) row.getObject(1), row.getLong(2)));
  }

  private List<TraceRow> rows(DuckDBConnection connection, SpanFilter filter, List<Seen> some)
      throws SQLException {
    if (some.isEmpty()) {
      return List.of();
    }
    List<UUID> traces = some.stream().map(Seen::trace).toList();
    Where where =
        query
            .where(filter)
            .and(
                "trace_id IN ("
                    + traces.stream().map(id -> "?::UUID").collect(Collectors.joining(", "))
                    + ")",
                traces.stream().map(UUID::toString).toArray());
    long[] tokens = traces.stream().mapToLong(id -> SpanTokens.trace(Ids.trace(id))).toArray();
    return Query.rows(
        connection,
        "SELECT trace_id, min(start_nanos) AS first,"
            + " max(start_nanos + duration_nanos) - min(start_nanos),"
            + " arg_min(name, (parent_id IS NOT NULL, start_nanos, span_id)),"
            + " arg_min(service, (parent_id IS NOT NULL, start_nanos, span_id)), "
            + TotalColumns.SELECT
            + " FROM "
            + query.fromAny(filter.range(), tokens)
            + " WHERE "
            + where.sql()
            + " GROUP BY trace_id ORDER BY first DESC, trace_id LIMIT "
            + TRACES,
        where.parameters(),
        row ->
            new TraceRow(
                Ids.trace((UUID) row.getObject(1)),
                row.getString(4),
                row.getString(5),
                row.getLong(2),
                row.getLong(3),
                TotalColumns.read(row, 6)));
  }
}
