package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the edge of each span from the spans above it, which may come later. It lets {@link
 * #PATIENCE} spans wait for theirs. For one thread.
 */
final class EdgeResolver {
  private static final int PATIENCE = 100_000;
  private static final int DEPTH = 100;
  private static final Node ANY_USER = new Node(NodeKind.USER, "");

  /** A span that waits for the one above it. */
  record Waiting(
      UUID trace, long span, int block, long key, @Nullable Long parent, long sinceMillis) {}

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

  /** The number of the edge of a remembered span; it waits if that is {@link EdgeNames#PENDING}. */
  int resolve(SpanRow row, int block, long nowMillis) {
    return resolve(new Waiting(row.trace(), row.id(), block, row.key(), row.parent(), nowMillis));
  }

  /** As {@link #resolve(SpanRow, int, long)}, for a span that waits since before the start. */
  int resolve(Waiting span) {
    Known known = memory.find(span.key);
    if (known == null) {
      return EdgeNames.NONE;
    }
    long missing = 0;
    Node from = null;
    if (span.parent == null) {
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
        for (Waiting child : children) {
          int edge = resolve(child);
          if (edge != EdgeNames.PENDING) {
            resolved.add(new Resolved(child.trace, child.span, child.block, edge));
          }
        }
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
                Known known = memory.find(child.key);
                int edge = known == null ? EdgeNames.NONE : orphan(known);
                resolved.add(new Resolved(child.trace, child.span, child.block, edge));
              }
              return true;
            });
    return resolved;
  }
}
