package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The newest {@link #SPANS} spans, and as many before them, with what is needed of them to find
 * edges and duplicates. Arrays of numbers, 24 MB in all: as objects they would be copied by every
 * garbage collection. For one thread.
 */
final class SpanMemory {
  private static final int SPANS = 150_000;
  private static final int SLOTS = 1 << 18;

  /** What is remembered of a span: {@code own} is its agent, tool or model. */
  record Known(long parent, Node service, @Nullable Node own) {}

  private Generation young;
  private Generation old;

  /** Remembers nothing that is in earlier blocks. */
  SpanMemory(int firstBlock) {
    young = new Generation(firstBlock);
    old = new Generation(firstBlock);
  }

  /** All spans that are in this block or a later one are remembered. */
  int from() {
    return old.fromBlock;
  }

  boolean has(long key) {
    return young.slot(key) >= 0 || old.slot(key) >= 0;
  }

  @Nullable Known find(long key) {
    int slot = young.slot(key);
    if (slot >= 0) {
      return young.at(slot);
    }
    slot = old.slot(key);
    return slot >= 0 ? old.at(slot) : null;
  }

  /** False if it is remembered already. */
  boolean add(SpanRow row, int block) {
    if (has(row.key())) {
      return false;
    }
    if (young.size >= SPANS) {
      Generation oldest = old;
      old = young;
      young = oldest;
      young.clear(block);
    }
    young.add(row.key(), row.parentKey(), row.span());
    return true;
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

  /** A hash table. Key 0 is an empty slot: no span has it but by a chance of 1 in 2^64. */
  private static final class Generation {
    private static final int NONE = -1;

    private final long[] keys = new long[SLOTS];
    private final long[] parents = new long[SLOTS];
    private final int[] services = new int[SLOTS];
    private final int[] owns = new int[SLOTS];
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> numbers = new HashMap<>();
    private int size;
    private int fromBlock;

    Generation(int fromBlock) {
      this.fromBlock = fromBlock;
    }

    void clear(int from) {
      Arrays.fill(keys, 0);
      nodes.clear();
      numbers.clear();
      size = 0;
      fromBlock = from;
    }

    int slot(long key) {
      int slot = (int) key & SLOTS - 1;
      while (keys[slot] != 0) {
        if (keys[slot] == key) {
          return slot;
        }
        slot = slot + 1 & SLOTS - 1;
      }
      return NONE;
    }

    Known at(int slot) {
      return new Known(
          parents[slot],
          nodes.get(services[slot]),
          owns[slot] == NONE ? null : nodes.get(owns[slot]));
    }

    void add(long key, long parent, StoredSpan span) {
      int slot = (int) key & SLOTS - 1;
      while (keys[slot] != 0) {
        slot = slot + 1 & SLOTS - 1;
      }
      Node own = own(span);
      keys[slot] = key;
      parents[slot] = parent;
      services[slot] = number(new Node(NodeKind.SERVICE, span.service()));
      owns[slot] = own == null ? NONE : number(own);
      size++;
    }

    private int number(Node node) {
      return numbers.computeIfAbsent(
          node,
          added -> {
            nodes.add(added);
            return nodes.size() - 1;
          });
    }
  }
}
