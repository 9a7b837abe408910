package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Finds the edge of each span from the spans above it, which may come later. It lets {@link
 * #PATIENCE} spans wait for theirs. For one thread.
 */
final class EdgeResolver {
  private static final int PATIENCE = 100_000;
  private static final int DEPTH = 100;
  private static final Node ANY_USER = new Node(NodeKind.USER, "");

  /**
   * A span that waits for the one above it. What is known of it is kept here: it may be forgotten
   * by the memory before its wait is over.
   */
  private record Waiting(UUID trace, long span, int block, Known known, long sinceMillis) {}

  /** A span that has waited, and its edge. */
  record Resolved(UUID trace, long span, int block, int edge) {}

  private final EdgeNames names;
  private final SpanMemory memory;
  private final Map<Long, List<Waiting>> waiting = new HashMap<>();
  private int waitingCount;

  EdgeResolver(EdgeNames names, SpanMemory memory) {
    this.names = names;
    this.memory = memory;
  }

  /** Takes up those that wait since before the start, and tells the edges that are found now. */
  List<Resolved> load(Connection connection, long nowMillis) throws SQLException {
    List<Resolved> resolved = new ArrayList<>();
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT "
                    + Known.SELECT
                    + ", span_id, block FROM spans WHERE edge = "
                    + EdgeNames.PENDING)) {
      while (row.next()) {
        UUID trace = (UUID) row.getObject(1);
        Known known = Known.read(row);
        retry(new Waiting(trace, row.getLong(9), row.getInt(10), known, nowMillis), resolved);
      }
    }
    return resolved;
  }

  private void retry(Waiting span, List<Resolved> resolved) {
    int edge = resolve(span);
    if (edge != EdgeNames.PENDING) {
      resolved.add(new Resolved(span.trace, span.span, span.block, edge));
    }
  }

  /** The number of a span's edge; it waits if that is {@link EdgeNames#PENDING}. */
  int resolve(SpanRow row, int block, long nowMillis) {
    // What is remembered shares its names with all others, of which many may wait.
    Known known = Objects.requireNonNullElseGet(memory.find(row.key()), () -> Known.of(row));
    return resolve(new Waiting(row.trace(), row.id(), block, known, nowMillis));
  }

  private int resolve(Waiting span) {
    Known known = span.known;
    long missing = 0;
    Node from = null;
    if (known.parent() == 0) {
      from = ANY_USER;
    } else {
      Known above = memory.find(known.parent());
      if (above == null) {
        missing = known.parent();
      } else if (known.own() == null) {
        if (above.service().equals(known.service())) {
          return EdgeNames.NONE;
        }
        from = above.own() == null ? above.service() : above.own();
      } else {
        for (int depth = 0; depth < DEPTH && from == null && missing == 0; depth++) {
          Known next = memory.find(above.parent());
          if (above.own() != null && !above.own().equals(known.own())) {
            from = above.own();
          } else if (above.parent() == 0
              || !above.service().equals(known.service())
              || next != null && !next.service().equals(known.service())) {
            from = above.service();
          } else if (next == null) {
            missing = above.parent();
          } else {
            above = next;
          }
        }
      }
    }
    if (from != null) {
      return names.number(new Edge(from, known.own() == null ? known.service() : known.own()));
    }
    if (missing == 0 || waitingCount >= PATIENCE) {
      return orphan(known);
    }
    waiting.computeIfAbsent(missing, key -> new ArrayList<>(2)).add(span);
    waitingCount++;
    return EdgeNames.PENDING;
  }

  private int orphan(Known known) {
    return known.own() == null
        ? names.number(new Edge(ANY_USER, known.service()))
        : names.number(new Edge(known.service(), known.own()));
  }

  boolean isWaiting() {
    return waitingCount > 0;
  }

  /** Those that waited for these spans, as far as they need not wait any longer. */
  List<Resolved> arrived(List<SpanRow> rows) {
    List<Resolved> resolved = new ArrayList<>();
    if (waiting.isEmpty()) {
      return resolved;
    }
    for (SpanRow row : rows) {
      List<Waiting> children = waiting.remove(row.key());
      if (children != null) {
        waitingCount -= children.size();
        children.forEach(child -> retry(child, resolved));
      }
    }
    return resolved;
  }

  /** Those that have waited since before that time: their parents are taken to be elsewhere. */
  List<Resolved> expired(long sinceMillis) {
    List<Resolved> resolved = new ArrayList<>();
    waiting
        .values()
        .removeIf(
            children -> {
              if (children.get(0).sinceMillis >= sinceMillis) {
                return false;
              }
              waitingCount -= children.size();
              for (Waiting child : children) {
                int edge = orphan(child.known);
                resolved.add(new Resolved(child.trace, child.span, child.block, edge));
              }
              return true;
            });
    return resolved;
  }
}
