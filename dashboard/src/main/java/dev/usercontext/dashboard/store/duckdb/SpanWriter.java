package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.WriteResult;
import dev.usercontext.dashboard.store.duckdb.EdgeResolver.Resolved;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Writes spans: once each, with their edges and blocks. Its methods are for one thread at a time.
 */
final class SpanWriter {
  /** How long a span waits for the one above it. */
  static final long PATIENCE_MILLIS = 120_000;

  /** Of the last process, so that a sender that tries again finds its spans. */
  private static final int REMEMBERED_BLOCKS = 10;

  private final Blocks blocks;
  private final EdgeNames names;
  private final String userAttributePrefix;
  private final LongSupplier clockMillis;
  private SpanMemory memory;
  private EdgeResolver edges;

  SpanWriter(Blocks blocks, EdgeNames names, String userAttributePrefix, LongSupplier clockMillis) {
    this.blocks = blocks;
    this.names = names;
    this.userAttributePrefix = userAttributePrefix;
    this.clockMillis = clockMillis;
    this.memory = new SpanMemory(0);
    this.edges = new EdgeResolver(names, memory);
  }

  /** Takes up what the last process has left: the newest spans, and those that wait. */
  void load(DuckDBConnection connection) throws SQLException {
    blocks.load(connection);
    Sums.repair(connection);
    names.load(connection);
    memory = new SpanMemory(Math.max(0, blocks.open() - REMEMBERED_BLOCKS));
    memory.load(connection);
    edges = new EdgeResolver(names, memory);
    update(connection, edges.load(connection, clockMillis.getAsLong()));
    names.save(connection);
  }

  /** What can be done before the transaction, on any thread. */
  List<SpanRow> prepare(List<StoredSpan> spans) {
    return SpanRow.of(spans, userAttributePrefix);
  }

  /** Within a transaction. */
  WriteResult write(DuckDBConnection connection, List<SpanRow> batch) throws SQLException {
    List<SpanRow> rows = remembered(Duplicates.without(connection, batch, memory, blocks));
    int open = blocks.open();
    append(connection, rows);
    Sums.add(connection, open, blocks.open());
    update(connection, edges.arrived(rows));
    expire(connection);
    return new WriteResult(rows.size(), batch.size() - rows.size());
  }

  boolean isWaiting() {
    return edges.isWaiting();
  }

  /**
   * Within a transaction: gives up waiting for what has not come for long, and says of how many.
   */
  int expire(DuckDBConnection connection) throws SQLException {
    List<Resolved> expired = edges.expired(clockMillis.getAsLong() - PATIENCE_MILLIS);
    update(connection, expired);
    names.save(connection);
    return expired.size();
  }

  /** After the commit. */
  void committed() {
    blocks.summed();
  }

  /** Also spans that are in it twice are left out: the first of them counts. */
  private List<SpanRow> remembered(List<SpanRow> rows) {
    List<SpanRow> remembered = new ArrayList<>(rows.size());
    for (SpanRow row : rows) {
      if (memory.add(row, blocks.after(remembered.size()))) {
        remembered.add(row);
      }
    }
    return remembered;
  }

  private void append(DuckDBConnection connection, List<SpanRow> rows) throws SQLException {
    long now = clockMillis.getAsLong();
    try (DuckDBAppender appender = connection.createAppender("main", "spans")) {
      for (SpanRow row : rows) {
        int block = blocks.add(row);
        SpanColumns.append(appender, row, edges.resolve(row, block, now), block);
        blocks.completeIfFull(connection);
      }
    }
  }

  private static void update(DuckDBConnection connection, List<Resolved> resolved)
      throws SQLException {
    if (resolved.isEmpty()) {
      return;
    }
    try (Statement sql = connection.createStatement()) {
      sql.execute(
          "CREATE TEMP TABLE IF NOT EXISTS resolved"
              + " (trace_id UUID, span_id BIGINT, block INTEGER, edge INTEGER)");
      sql.execute("DELETE FROM resolved");
      int first = Integer.MAX_VALUE;
      int last = 0;
      try (DuckDBAppender row = connection.createAppender("temp", "main", "resolved")) {
        for (Resolved span : resolved) {
          first = Math.min(first, span.block());
          last = Math.max(last, span.block());
          row.beginRow();
          row.append(span.trace());
          row.append(span.span());
          row.append(span.block());
          row.append(span.edge());
          row.endRow();
        }
      }
      sql.execute(
          "UPDATE spans SET edge = resolved.edge FROM resolved"
              + " WHERE spans.block = resolved.block AND spans.span_id = resolved.span_id"
              + " AND spans.trace_id = resolved.trace_id AND spans.block BETWEEN "
              + first
              + " AND "
              + last);
    }
  }
}
