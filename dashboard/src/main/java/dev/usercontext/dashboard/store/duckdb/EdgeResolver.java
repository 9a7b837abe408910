package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the edge of each span from the spans above it, which may come later. It remembers the
 * newest spans of {@link #MEMORY} and lets {@link #PATIENCE} spans wait for theirs. For one thread.
 */
final class EdgeResolver {
  /** Spans; twice as many at most. About 100 bytes each. */
  private static final int MEMORY = 150_000;

  private static final int PATIENCE = 100_000;
  private static final int DEPTH = 100;
  private static final Node ANY_USER = new Node(NodeKind.USER, "");

  /** What is remembered of a span: {@code own} is its agent, tool or model. */
  private record Known(long parent, Node service, @Nullable Node own) {}

  /** A span that waits for the one above it. */
  record Waiting(
      UUID trace, long span, int block, long key, @Nullable Long parent, long sinceMillis) {}

  /** A span that has waited, and its edge. */
  record Resolved(UUID trace, long span, int block, int edge) {}

  private final EdgeNames names;
  private Map<Long, Known> young = new HashMap<>();
  private Map<Long, Known> old = new HashMap<>();
  private int oldFrom;
  private int youngFrom;
  private final Map<String, Node> services = new HashMap<>();
  private final Map<Long, List<Waiting>> waiting = new HashMap<>();
  private int waitingCount;

  /** Remembers nothing that is in earlier blocks. */
  EdgeResolver(EdgeNames names, int firstBlock) {
    this.names = names;
    this.oldFrom = firstBlock;
    this.youngFrom = firstBlock;
  }

  /** All spans that are in this block or a later one are remembered. */
  int remembersFrom() {
    return oldFrom;
  }

  /** Whether this span is remembered. */
  boolean remembers(long key) {
    return known(key) != null;
  }

  /** Remembers a span; all of a batch come before the first of them is resolved. */
  void remember(StoredSpan span, int block) {
    if (young.size() >= MEMORY) {
      old = young;
      young = new HashMap<>();
      services.clear();
      oldFrom = youngFrom;
      youngFrom = block;
    }
    UUID trace = Ids.trace(span.traceId());
    young.put(
        Ids.key(trace, Ids.span(span.spanId())),
        new Known(
            span.parentId() == null ? 0 : Ids.key(trace, Ids.span(span.parentId())),
            services.computeIfAbsent(span.service(), name -> new Node(NodeKind.SERVICE, name)),
            own(span)));
  }

  private static @Nullable Node own(StoredSpan span) {
    LlmWork llm = span.llm();
    if (llm == null) {
      return null;
    }
    return switch (llm.role()) {
      case MODEL_CALL -> new Node(NodeKind.MODEL, Objects.requireNonNullElse(llm.model(), ""));
      case AGENT -> new Node(NodeKind.AGENT, Objects.requireNonNullElse(llm.agent(), span.name()));
      case TOOL -> new Node(NodeKind.TOOL, Objects.requireNonNullElse(llm.tool(), span.name()));
    };
  }

  /** The number of the edge of a remembered span; it waits if that is {@link EdgeNames#PENDING}. */
  int resolve(StoredSpan span, int block, long nowMillis) {
    UUID trace = Ids.trace(span.traceId());
    long id = Ids.span(span.spanId());
    Long parent = span.parentId() == null ? null : Ids.span(span.parentId());
    return resolve(new Waiting(trace, id, block, Ids.key(trace, id), parent, nowMillis));
  }

  /** As {@link #resolve(StoredSpan, int, long)}, for a span that waits since before the start. */
  int resolve(Waiting span) {
    Known known = known(span.key);
    if (known == null) {
      return EdgeNames.NONE;
    }
    long missing = 0;
    Node from = null;
    if (span.parent == null) {
      from = ANY_USER;
    } else {
      Known above = known(known.parent);
      if (above == null) {
        missing = known.parent;
      } else if (known.own == null) {
        if (above.service.equals(known.service)) {
          return EdgeNames.NONE;
        }
        from = above.own == null ? above.service : above.own;
      } else {
        for (int depth = 0; depth < DEPTH && from == null && missing == 0; depth++) {
          Known next = known(above.parent);
          if (above.own != null && !above.own.equals(known.own)) {
            from = above.own;
          } else if (above.parent == 0
              || !above.service.equals(known.service)
              || next != null && !next.service.equals(known.service)) {
            from = above.service;
          } else if (next == null) {
            missing = above.parent;
          } else {
            above = next;
          }
        }
      }
    }
    if (from != null) {
      return names.number(new Edge(from, known.own == null ? known.service : known.own));
    }
    if (missing == 0 || waitingCount >= PATIENCE) {
      return orphan(known);
    }
    waiting.computeIfAbsent(missing, key -> new ArrayList<>(2)).add(span);
    waitingCount++;
    return EdgeNames.PENDING;
  }

  private int orphan(Known known) {
    return known.own == null
        ? names.number(new Edge(ANY_USER, known.service))
        : names.number(new Edge(known.service, known.own));
  }

  private @Nullable Known known(long key) {
    Known known = young.get(key);
    return known == null ? old.get(key) : known;
  }

  /** Those that waited for these spans, as far as they need not wait any longer. */
  List<Resolved> arrived(List<StoredSpan> spans) {
    List<Resolved> resolved = new ArrayList<>();
    if (waiting.isEmpty()) {
      return resolved;
    }
    for (StoredSpan span : spans) {
      List<Waiting> children =
          waiting.remove(Ids.key(Ids.trace(span.traceId()), Ids.span(span.spanId())));
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
                Known known = known(child.key);
                int edge = known == null ? EdgeNames.NONE : orphan(known);
                resolved.add(new Resolved(child.trace, child.span, child.block, edge));
              }
              return true;
            });
    return resolved;
  }

  /** Whether any span waits. */
  boolean anyWaits() {
    return !waiting.isEmpty();
  }
}
