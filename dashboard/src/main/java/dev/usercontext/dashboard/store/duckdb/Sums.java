package dev.usercontext.dashboard.store.duckdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the {@link SumTable sums} of all complete blocks equal to their spans. All methods are for
 * the transaction that changes the spans.
 */
final class Sums {
  /** Summed up at once, a million spans: so that an old folder does not take all memory. */
  private static final int BLOCKS = 256;

  private Sums() {}

  /** Sums up blocks that have just been completed, the last one exclusive. */
  static void add(Connection connection, int from, int to) throws SQLException {
    if (from < to) {
      try (Statement sql = connection.createStatement()) {
        for (SumTable sums : SumTable.values()) {
          sql.execute(sums.fill(from, to - 1));
        }
      }
    }
  }

  /** Before spans of a user are deleted. {@link #repair} comes after it. */
  static void forgetUser(Connection connection, String id) throws SQLException {
    for (SumTable sums : SumTable.values()) {
      try (PreparedStatement delete =
          connection.prepareStatement(
              "DELETE FROM "
                  + sums.table()
                  + " WHERE block IN (SELECT block FROM spans WHERE user_id = ?)")) {
        delete.setString(1, id);
        delete.execute();
      }
    }
  }

  /** Before spans that began earlier are deleted. {@link #repair} comes after it. */
  static void forgetBefore(Connection connection, long nanos) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      for (SumTable sums : SumTable.values()) {
        sql.execute(
            "DELETE FROM "
                + sums.table()
                + " WHERE block IN (SELECT block FROM blocks WHERE first < "
                + nanos
                + ")");
      }
    }
  }

  /** Sums up the complete blocks that have none: those of an older version, and forgotten ones. */
  static void repair(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      for (SumTable sums : SumTable.values()) {
        for (Runs.Run run : missing(sql, sums)) {
          sql.execute(sums.fill(run.from(), run.to()));
        }
      }
    }
  }

  private static List<Runs.Run> missing(Statement sql, SumTable sums) throws SQLException {
    List<Runs.Run> runs = new ArrayList<>();
    try (ResultSet row =
        sql.executeQuery(
            "SELECT block FROM blocks WHERE block NOT IN (SELECT block FROM "
                + sums.table()
                + ") ORDER BY block")) {
      while (row.next()) {
        int block = row.getInt(1);
        int end = runs.size() - 1;
        if (end >= 0 && runs.get(end).to() == block - 1 && block - runs.get(end).from() < BLOCKS) {
          runs.set(end, new Runs.Run(runs.get(end).from(), block));
        } else {
          runs.add(new Runs.Run(block, block));
        }
      }
    }
    return runs;
  }
}
