package dev.usercontext.dashboard.store.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/**
 * Erasures that are not finished: the spans are deleted, but what they said is in the file until it
 * is written anew, and a full disk or a kill may come before that. They are kept in a table that
 * comes in the transaction which deletes, and that the new file does not have. It is there in
 * between only, and so is no part of the {@link Schema}.
 */
final class Erasures {
  private static final String TABLE = "erasures";

  private Erasures() {}

  /**
   * Adds one, within its transaction.
   *
   * @param spans that are deleted now; with 0 it is none, unless another waits to be finished
   * @return how many spans of this user are deleted and not yet out of the file
   */
  static long add(DuckDBConnection connection, String user, long spans) throws SQLException {
    if (spans == 0 && !isPending(connection)) {
      return 0;
    }
    // Who it is would go into the new file, and stay in a part of it that is not used.
    long hash = Hash.of(user);
    try (Statement sql = connection.createStatement()) {
      sql.execute("CREATE TABLE IF NOT EXISTS " + TABLE + " (user_hash BIGINT, spans BIGINT)");
      sql.execute("INSERT INTO " + TABLE + " VALUES (" + hash + ", " + spans + ")");
      try (ResultSet row =
          sql.executeQuery(
              "SELECT sum(spans)::BIGINT FROM " + TABLE + " WHERE user_hash = " + hash)) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Whether the file has to be written anew. */
  static boolean isPending(DuckDBConnection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT count(*) FROM duckdb_tables() WHERE table_name = '"
                    + TABLE
                    + "' AND database_name = current_database()")) {
      row.next();
      return row.getInt(1) > 0;
    }
  }

  /** In the copy that takes the place of the file there is nothing left to erase. */
  static void finish(Statement sql, String database) throws SQLException {
    sql.execute("DROP TABLE IF EXISTS " + database + '.' + TABLE);
  }
}
