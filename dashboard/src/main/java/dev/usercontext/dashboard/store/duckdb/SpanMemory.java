package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.Node;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest {@link #SPANS} spans, and as many before them, with what is needed of them to find
 * edges and duplicates. Arrays of numbers, 24 MB in all: as objects they would be copied by every
 * garbage collection. For one thread.
 */
final class SpanMemory {
  private static final int SPANS = 150_000;
  private static final int SLOTS = 1 << 18;

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

  /**
   * Takes up the spans that are in the first block or a later one. Row by row, and of each what is
   * remembered: so many whole spans would not fit into memory.
   */
  void load(Connection connection) throws SQLException {
    int first = from();
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT " + Known.SELECT + ", span_id FROM spans WHERE block >= " + first)) {
      while (row.next()) {
        add(Ids.key((UUID) row.getObject(1), row.getLong(9)), Known.read(row), first);
      }
    }
  }

  /**
   * False if it is remembered already.
   *
   * @param block the one it is going to be in: never one before that of the last span
   */
  boolean add(SpanRow row, int block) {
    return add(row.key(), Known.of(row), block);
  }

  private boolean add(long key, Known known, int block) {
    if (has(key)) {
      return false;
    }
    if (young.size >= SPANS) {
      Generation oldest = old;
      old = young;
      young = oldest;
      // The generation that goes one day may have spans of this block, too.
      young.clear(block + 1);
    }
    young.add(key, known);
    return true;
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

    void add(long key, Known known) {
      int slot = (int) key & SLOTS - 1;
      while (keys[slot] != 0) {
        slot = slot + 1 & SLOTS - 1;
      }
      keys[slot] = key;
      parents[slot] = known.parent();
      services[slot] = number(known.service());
      owns[slot] = known.own() == null ? NONE : number(known.own());
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
