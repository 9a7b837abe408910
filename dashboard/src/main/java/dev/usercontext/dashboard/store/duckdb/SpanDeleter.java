package dev.usercontext.dashboard.store.duckdb;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/**
 * Deletes spans, what is summed up of them, and the edges that were theirs alone. Within a
 * transaction; both say how many.
 */
final class SpanDeleter {
  private SpanDeleter() {}

  /** Counts also those of an erasure that was not {@link Erasures finished}. */
  static long ofUser(DuckDBConnection connection, String id) throws SQLException {
    Sums.forgetUser(connection, id);
    long deleted;
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM spans WHERE user_id = ?")) {
      delete.setString(1, id);
      deleted = delete.executeUpdate();
    }
    forget(connection, deleted);
    return Erasures.add(connection, id, deleted);
  }

  static long before(DuckDBConnection connection, long nanos) throws SQLException {
    long deleted;
    Sums.forgetBefore(connection, nanos);
    try (Statement sql = connection.createStatement()) {
      sql.execute("DELETE FROM blocks WHERE last < " + nanos);
      deleted = sql.executeUpdate("DELETE FROM spans WHERE start_nanos < " + nanos);
    }
    forget(connection, deleted);
    return deleted;
  }

  /** After nothing was deleted, nobody loads anew, and an edge may be used by the next span. */
  private static void forget(DuckDBConnection connection, long deleted) throws SQLException {
    Sums.repair(connection);
    if (deleted > 0) {
      EdgeNames.deleteUnused(connection);
    }
  }
}
