package dev.usercontext.dashboard.store.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Finds spans that are there already. */
final class Duplicates {
  /** They are looked for among the spans of the same time: a gap begins another look. */
  private static final long GAP_NANOS = 60_000_000_000L;

  private record Id(UUID trace, long span) {
    static Id of(SpanRow row) {
      return new Id(row.trace(), row.id());
    }
  }

  private Duplicates() {}

  /** Those that are neither remembered nor in a block before; some may be there twice. */
  static List<SpanRow> without(
      DuckDBConnection connection, List<SpanRow> batch, SpanMemory memory, Blocks blocks)
      throws SQLException {
    List<SpanRow> rows = new ArrayList<>(batch.size());
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (SpanRow row : batch) {
      if (!memory.has(row.key())) {
        rows.add(row);
        first = Math.min(first, row.span().startNanos());
        last = Math.max(last, row.span().startNanos());
      }
    }
    OlderBlocks older = blocks.older(memory.from(), first, last);
    List<SpanRow> suspects = new ArrayList<>();
    for (SpanRow row : rows) {
      if (older.mayHave(SpanTokens.trace(row.span().traceId()), row.span().startNanos())) {
        suspects.add(row);
      }
    }
    if (!suspects.isEmpty()) {
      Set<Id> stored = stored(connection, suspects);
      rows.removeIf(row -> stored.contains(Id.of(row)));
    }
    return rows;
  }

  /** Which of these the database has. */
  private static Set<Id> stored(DuckDBConnection connection, List<SpanRow> suspects)
      throws SQLException {
    suspects.sort(Comparator.comparingLong(row -> row.span().startNanos()));
    Set<Id> stored = new HashSet<>();
    int begin = 0;
    for (int i = 1; i <= suspects.size(); i++) {
      if (i == suspects.size()
          || suspects.get(i).span().startNanos() - suspects.get(i - 1).span().startNanos()
              > GAP_NANOS) {
        find(connection, suspects.subList(begin, i), stored);
        begin = i;
      }
    }
    return stored;
  }

  /** A span that comes again has begun at the same time: only that time is read. */
  private static void find(DuckDBConnection connection, List<SpanRow> rows, Set<Id> stored)
      throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("CREATE TEMP TABLE IF NOT EXISTS incoming (trace_id UUID, span_id BIGINT)");
      sql.execute("DELETE FROM incoming");
      try (DuckDBAppender row = connection.createAppender("temp", "main", "incoming")) {
        for (SpanRow span : rows) {
          row.beginRow();
          row.append(span.trace());
          row.append(span.id());
          row.endRow();
        }
      }
      long first = rows.get(0).span().startNanos();
      long last = rows.get(rows.size() - 1).span().startNanos();
      try (ResultSet row =
          sql.executeQuery(
              "SELECT trace_id, span_id FROM spans SEMI JOIN incoming USING (trace_id, span_id)"
                  + " WHERE start_nanos BETWEEN "
                  + first
                  + " AND "
                  + last)) {
        while (row.next()) {
          stored.add(new Id((UUID) row.getObject(1), row.getLong(2)));
        }
      }
    }
  }
}
