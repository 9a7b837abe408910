package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.TimeRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
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

  private volatile ConcurrentSkipListMap<Integer, Block> complete = new ConcurrentSkipListMap<>();
  private volatile int open;

  /** The first block that has no sums yet which readers can see. */
  private volatile int unsummed;

  private BloomFilter filter = new BloomFilter(1 << 19);

  /** It is in the filter already. */
  private SpanRow.@Nullable Resource lastResource;

  private int count;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** Reads all filters; the block that was open when the process ended gets one. */
  void load(Connection connection) throws SQLException {
    ConcurrentSkipListMap<Integer, Block> loaded = new ConcurrentSkipListMap<>();
    try (Statement sql = connection.createStatement()) {
      try (ResultSet row = sql.executeQuery("SELECT block, first, last, filter FROM blocks")) {
        while (row.next()) {
          byte[] bytes = row.getBytes(4);
          loaded.put(
              row.getInt(1), new Block(row.getLong(2), row.getLong(3), BloomFilter.of(bytes)));
        }
      }
      // At once: who reads meanwhile misses none.
      complete = loaded;
      int next = complete.isEmpty() ? 0 : complete.lastKey() + 1;
      try (ResultSet row =
          sql.executeQuery("SELECT max(block) FROM spans WHERE block >= " + next)) {
        row.next();
        begin(Math.max(next, row.getInt(1)));
      }
      try (ResultSet row =
          sql.executeQuery("SELECT " + SpanColumns.SELECT + " FROM spans WHERE block >= " + open)) {
        // One by one: all of them may not fit into memory.
        while (row.next()) {
          SpanRow.of(List.of(SpanColumns.read(row)), "").forEach(this::add);
        }
      }
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
      insert.setBytes(4, block.filter().bytes());
      insert.execute();
    }
    // Before the commit, which may fail: then load() makes it right again.
    complete.put(open, block);
    begin(open + 1);
  }

  /** The blocks before a number that have spans of a time, both ends inclusive. */
  OlderBlocks older(int before, long firstNanos, long lastNanos) {
    TimeRange range = new TimeRange(firstNanos, lastNanos + 1);
    return new OlderBlocks(
        complete.headMap(before).values().stream().filter(block -> block.isIn(range)).toList());
  }

  /** The number of the block that is filled now. */
  int open() {
    return open;
  }

  /** The block of the span that comes after so many others. For the one who adds. */
  int after(int spans) {
    return open + (count + spans) / SIZE;
  }

  /**
   * Where spans of a time may be: at most {@code limit} runs of blocks whose filter may have them,
   * in the order of arrival. The open block is always one of them.
   */
  Runs runs(TimeRange range, int limit, Predicate<BloomFilter> mayHave) {
    int openBlock = open;
    Runs runs = new Runs();
    complete
        .headMap(openBlock)
        .forEach(
            (number, block) -> {
              if (block.isIn(range) && mayHave.test(block.filter())) {
                runs.add(number);
              }
            });
    runs.addFrom(openBlock);
    return runs.atMost(limit);
  }

  /** All blocks before the open one have sums that are committed. */
  void summed() {
    unsummed = open;
  }

  /**
   * Blocks whose spans are all in a range, as far as they have sums; and the others that have some.
   */
  record Parts(Runs whole, Runs parts) {}

  /** Those of a range. */
  Parts parts(TimeRange range) {
    int end = unsummed;
    Parts parts = new Parts(new Runs(), new Runs());
    complete
        .headMap(end)
        .forEach(
            (number, block) -> {
              if (block.isWithin(range)) {
                parts.whole.add(number);
              } else if (block.isIn(range)) {
                parts.parts.add(number);
              }
            });
    parts.parts.addFrom(end);
    return parts;
  }

  /** The oldest block of the newest few that have spans in the range. */
  int newest(TimeRange range, int blocks) {
    int found = 0;
    for (var entry : complete.descendingMap().entrySet()) {
      if (entry.getValue().isIn(range) && ++found >= blocks) {
        return entry.getKey();
      }
    }
    return 0;
  }
}
