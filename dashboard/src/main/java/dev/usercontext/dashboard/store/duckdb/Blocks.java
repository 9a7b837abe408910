package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.TimeRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Spans in the order of their arrival make blocks of {@link #SIZE}. A filter for each block tells
 * where a trace, a word, a user or an attribute's value is surely not, so that a search reads few
 * blocks. The filters are in memory (4 to 16 KB a block) and on disk.
 *
 * <p>One thread adds; any thread searches.
 */
final class Blocks {
  static final int SIZE = 4096;

  /** What is known about a block that is complete. */
  private record Block(long first, long last, BloomFilter filter) {
    boolean mayContain(long[] tokens) {
      for (long token : tokens) {
        if (!filter.mayContain(token)) {
          return false;
        }
      }
      return true;
    }
  }

  private final ConcurrentSkipListMap<Integer, Block> complete = new ConcurrentSkipListMap<>();
  private volatile int open;
  private BloomFilter filter = new BloomFilter(1 << 19);

  /** It is in the filter already. */
  private SpanRow.@Nullable Resource lastResource;

  private int count;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** Reads all filters; the block that was open when the process ended gets one. */
  void load(Connection connection) throws SQLException {
    complete.clear();
    try (Statement sql = connection.createStatement()) {
      try (ResultSet row = sql.executeQuery("SELECT block, first, last, filter FROM blocks")) {
        while (row.next()) {
          byte[] bytes = row.getBytes(4);
          complete.put(
              row.getInt(1), new Block(row.getLong(2), row.getLong(3), BloomFilter.of(bytes)));
        }
      }
      int next = complete.isEmpty() ? 0 : complete.lastKey() + 1;
      try (ResultSet row =
          sql.executeQuery("SELECT max(block) FROM spans WHERE block >= " + next)) {
        row.next();
        begin(Math.max(next, row.getInt(1)));
      }
      List<StoredSpan> spans = new ArrayList<>();
      try (ResultSet row =
          sql.executeQuery("SELECT " + SpanColumns.SELECT + " FROM spans WHERE block >= " + open)) {
        while (row.next()) {
          spans.add(SpanColumns.read(row));
        }
      }
      SpanRow.of(spans, "").forEach(this::add);
    }
  }

  private void begin(int block) {
    filter = new BloomFilter(1 << 19);
    lastResource = null;
    count = 0;
    first = Long.MAX_VALUE;
    last = Long.MIN_VALUE;
    open = block;
  }

  /** Puts a span into the open block. */
  int add(SpanRow row) {
    filter.addAll(row.tokens());
    if (row.resource() != lastResource) {
      lastResource = row.resource();
      filter.addAll(lastResource.tokens());
    }
    first = Math.min(first, row.span().startNanos());
    last = Math.max(last, row.span().startNanos());
    count++;
    return open;
  }

  /** Completes the open block once it is full. Within the transaction that wrote its last span. */
  void completeIfFull(Connection connection) throws SQLException {
    if (count < SIZE) {
      return;
    }
    Block block = new Block(first, last, filter.folded());
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO blocks VALUES (?, ?, ?, ?)")) {
      insert.setInt(1, open);
      insert.setLong(2, first);
      insert.setLong(3, last);
      insert.setBytes(4, block.filter.bytes());
      insert.execute();
    }
    // Before the commit, which may fail: then load() makes it right again.
    complete.put(open, block);
    begin(open + 1);
  }

  /** Complete blocks that may have spans which others are compared with. */
  final class Older {
    private final List<Block> candidates = new ArrayList<>();

    private Older(int before, long firstNanos, long lastNanos) {
      for (Block block : complete.headMap(before).values()) {
        if (block.first <= lastNanos && block.last >= firstNanos) {
          candidates.add(block);
        }
      }
    }

    /** False if no span of this trace that began then is in any of them. */
    boolean mayHave(long traceToken, long startNanos) {
      for (Block block : candidates) {
        if (block.first <= startNanos
            && block.last >= startNanos
            && block.filter.mayContain(traceToken)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The blocks before a number that have spans of a time, both ends inclusive. */
  Older older(int before, long firstNanos, long lastNanos) {
    return new Older(before, firstNanos, lastNanos);
  }

  /** The number of the block that is filled now. */
  int open() {
    return open;
  }

  /** Blocks from one number to another, both inclusive. */
  record Run(int from, int to) {}

  /**
   * Where spans may be that have all these tokens: at most {@code limit} runs, in the order of
   * arrival. The open block is always one of them.
   */
  List<Run> runs(long[] tokens, TimeRange range, int limit) {
    int openBlock = open;
    List<Run> runs = new ArrayList<>();
    complete.forEach(
        (number, block) -> {
          if (number < openBlock
              && block.last >= range.fromNanos()
              && block.first < range.toNanos()
              && block.mayContain(tokens)) {
            add(runs, number, number);
          }
        });
    add(runs, openBlock, Integer.MAX_VALUE);
    int gap = 1;
    while (runs.size() > limit) {
      gap *= 2;
      List<Run> all = List.copyOf(runs);
      runs.clear();
      for (Run run : all) {
        if (!runs.isEmpty() && run.from - runs.get(runs.size() - 1).to <= gap) {
          runs.set(runs.size() - 1, new Run(runs.get(runs.size() - 1).from, run.to));
        } else {
          runs.add(run);
        }
      }
    }
    return runs;
  }

  private static void add(List<Run> runs, int from, int to) {
    int end = runs.size() - 1;
    if (end >= 0 && runs.get(end).to == from - 1) {
      runs.set(end, new Run(runs.get(end).from, to));
    } else {
      runs.add(new Run(from, to));
    }
  }

  /** The oldest block of the newest few that have spans in the range. */
  int newest(TimeRange range, int blocks) {
    int found = 0;
    for (var entry : complete.descendingMap().entrySet()) {
      if (entry.getValue().last >= range.fromNanos()
          && entry.getValue().first < range.toNanos()
          && ++found >= blocks) {
        return entry.getKey();
      }
    }
    return 0;
  }
}
