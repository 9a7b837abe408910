package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AttributesJson;
import dev.usercontext.dashboard.store.SpanText;
import dev.usercontext.dashboard.store.WriteResult;
import dev.usercontext.dashboard.store.duckdb.EdgeResolver.Resolved;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Writes spans: once each, with their edges and blocks. Its methods are for one thread at a time.
 */
final class SpanWriter {
  /** How long a span waits for the one above it. */
  static final long PATIENCE_MILLIS = 120_000;

  /** Of the last process, so that a sender that tries again finds its spans. */
  private static final int REMEMBERED_BLOCKS = 10;

  /** Duplicates are looked for among the spans of the same time: a gap begins another look. */
  private static final long GAP_NANOS = 60_000_000_000L;

  private record Id(UUID trace, long span) {}

  private final Blocks blocks;
  private final EdgeNames names;
  private final String userAttributePrefix;
  private final LongSupplier clockMillis;
  private EdgeResolver edges;

  SpanWriter(Blocks blocks, EdgeNames names, String userAttributePrefix, LongSupplier clockMillis) {
    this.blocks = blocks;
    this.names = names;
    this.userAttributePrefix = userAttributePrefix;
    this.clockMillis = clockMillis;
    this.edges = new EdgeResolver(names, 0);
  }

  /** Takes up what the last process has left: the newest spans, and those that wait. */
  void load(DuckDBConnection connection) throws SQLException {
    blocks.load(connection);
    names.load(connection);
    try (Statement sql = connection.createStatement()) {
      int first = Math.max(0, blocks.open() - REMEMBERED_BLOCKS);
      edges = new EdgeResolver(names, first);
      try (ResultSet row =
          sql.executeQuery(
              "SELECT " + SpanColumns.SELECT + " FROM spans WHERE block >= " + first)) {
        while (row.next()) {
          edges.remember(SpanColumns.read(row), first);
        }
      }
      List<EdgeResolver.Waiting> waiting = new ArrayList<>();
      try (ResultSet row =
          sql.executeQuery(
              "SELECT trace_id, span_id, block, parent_id FROM spans WHERE edge = "
                  + EdgeNames.PENDING)) {
        while (row.next()) {
          UUID trace = (UUID) row.getObject(1);
          waiting.add(
              new EdgeResolver.Waiting(
                  trace,
                  row.getLong(2),
                  row.getInt(3),
                  Ids.key(trace, row.getLong(2)),
                  row.getLong(4),
                  clockMillis.getAsLong()));
        }
      }
      List<Resolved> resolved = new ArrayList<>();
      for (EdgeResolver.Waiting span : waiting) {
        int edge = edges.resolve(span);
        if (edge != EdgeNames.PENDING) {
          resolved.add(new Resolved(span.trace(), span.span(), span.block(), edge));
        }
      }
      update(connection, resolved);
      names.save(connection);
    }
  }

  /** Within a transaction. */
  WriteResult write(DuckDBConnection connection, List<StoredSpan> batch) throws SQLException {
    List<StoredSpan> spans = withoutStored(connection, batch);
    append(connection, spans);
    List<Resolved> resolved = edges.arrived(spans);
    resolved.addAll(edges.expired(clockMillis.getAsLong() - PATIENCE_MILLIS));
    update(connection, resolved);
    names.save(connection);
    return new WriteResult(spans.size(), batch.size() - spans.size());
  }

  /** Gives up waiting for what has not come for long. Within a transaction. */
  void expire(DuckDBConnection connection) throws SQLException {
    update(connection, edges.expired(clockMillis.getAsLong() - PATIENCE_MILLIS));
    names.save(connection);
  }

  boolean anyWaits() {
    return edges.anyWaits();
  }

  private List<StoredSpan> withoutStored(DuckDBConnection connection, List<StoredSpan> batch)
      throws SQLException {
    Map<Id, StoredSpan> spans = new LinkedHashMap<>(batch.size() * 2);
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (StoredSpan span : batch) {
      Id id = new Id(Ids.trace(span.traceId()), Ids.span(span.spanId()));
      if (!edges.remembers(Ids.key(id.trace, id.span))) {
        spans.putIfAbsent(id, span);
      }
      first = Math.min(first, span.startNanos());
      last = Math.max(last, span.startNanos());
    }
    Blocks.Older older = blocks.older(edges.remembersFrom(), first, last);
    List<Map.Entry<Id, StoredSpan>> suspects = new ArrayList<>();
    for (Map.Entry<Id, StoredSpan> span : spans.entrySet()) {
      if (older.mayHave(
          SpanTokens.trace(span.getValue().traceId()), span.getValue().startNanos())) {
        suspects.add(span);
      }
    }
    spans.keySet().removeAll(stored(connection, suspects));
    return List.copyOf(spans.values());
  }

  /** Which of these the database has. */
  private static Set<Id> stored(
      DuckDBConnection connection, List<Map.Entry<Id, StoredSpan>> suspects) throws SQLException {
    suspects.sort(Comparator.comparingLong(entry -> entry.getValue().startNanos()));
    Set<Id> stored = new HashSet<>();
    int begin = 0;
    for (int i = 1; i <= suspects.size(); i++) {
      if (i == suspects.size()
          || suspects.get(i).getValue().startNanos() - suspects.get(i - 1).getValue().startNanos()
              > GAP_NANOS) {
        findStored(connection, suspects.subList(begin, i), stored);
        begin = i;
      }
    }
    return stored;
  }

  /** A span that comes again has begun at the same time: only that time is read. */
  private static void findStored(
      DuckDBConnection connection, List<Map.Entry<Id, StoredSpan>> spans, Set<Id> stored)
      throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("CREATE TEMP TABLE IF NOT EXISTS incoming (trace_id UUID, span_id BIGINT)");
      sql.execute("DELETE FROM incoming");
      try (DuckDBAppender row = connection.createAppender("temp", "main", "incoming")) {
        for (Map.Entry<Id, StoredSpan> span : spans) {
          row.beginRow();
          row.append(span.getKey().trace);
          row.append(span.getKey().span);
          row.endRow();
        }
      }
      long first = spans.get(0).getValue().startNanos();
      long last = spans.get(spans.size() - 1).getValue().startNanos();
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

  private void append(DuckDBConnection connection, List<StoredSpan> spans) throws SQLException {
    for (StoredSpan span : spans) {
      edges.remember(span, blocks.open());
    }
    long now = clockMillis.getAsLong();
    // Spans of one sender share their resource.
    Map<Map<String, Object>, String> resources = new IdentityHashMap<>();
    try (DuckDBAppender row = connection.createAppender("main", "spans")) {
      for (StoredSpan span : spans) {
        String words = SpanText.of(span);
        int block = blocks.add(span, words);
        SpanColumns.append(
            row,
            span,
            resources.computeIfAbsent(span.resource(), AttributesJson::write),
            userAttributes(span),
            words,
            edges.resolve(span, block, now),
            block);
        blocks.completeIfFull(connection);
      }
    }
  }

  /** Few users have the same, so that these texts are few, and can be grouped by. */
  private @Nullable String userAttributes(StoredSpan span) {
    Map<String, Object> own = null;
    for (Map.Entry<String, Object> entry : span.attributes().entrySet()) {
      if (entry.getKey().startsWith(userAttributePrefix)) {
        if (own == null) {
          own = new TreeMap<>();
        }
        own.put(entry.getKey(), entry.getValue());
      }
    }
    return own == null ? null : AttributesJson.write(own);
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
