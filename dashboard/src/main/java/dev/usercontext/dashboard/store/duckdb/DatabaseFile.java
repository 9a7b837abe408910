package dev.usercontext.dashboard.store.duckdb;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** What is done with a whole file. */
final class DatabaseFile {
  private static final String COPY = "rewritten";

  private DatabaseFile() {}

  /** Opens it, with all settings. */
  static DuckDBConnection open(Path file, String memory, Path temp) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", memory);
    settings.setProperty("temp_directory", temp.toString());
    settings.setProperty("preserve_insertion_order", "false");
    // Nothing is fetched from elsewhere, whatever a query says.
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    DuckDBConnection connection =
        DriverManager.getConnection("jdbc:duckdb:" + file, settings).unwrap(DuckDBConnection.class);
    try (Statement sql = connection.createStatement()) {
      // A page of spans is found first, and read then.
      sql.execute("SET GLOBAL late_materialization_max_rows = 1000");
      // A checkpoint stalls the writer for a second or two, and packs the last row group again:
      // half as often costs half the time in all. A start after a crash reads so much.
      sql.execute("SET GLOBAL wal_autocheckpoint = '256MB'");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  /**
   * Deletes what a process that was killed had no memory for: the spans of a user may be in there
   * who is erased since. For the one who has the file open, before anything is read from it.
   */
  static void deleteSpilled(Path temp) throws IOException {
    if (Files.isDirectory(temp)) {
      try (DirectoryStream<Path> spilled = Files.newDirectoryStream(temp, "duckdb_temp_*")) {
        for (Path file : spilled) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Copies all that is left into a new file, which has nothing of what was deleted. */
  static void copy(DuckDBConnection connection, Path copy) throws SQLException, IOException {
    delete(copy);
    try (Statement sql = connection.createStatement()) {
      sql.execute("CHECKPOINT");
      sql.execute("ATTACH '" + copy.toString().replace("'", "''") + "' AS " + COPY);
      try {
        sql.execute("COPY FROM DATABASE spans TO " + COPY);
        Erasures.finish(sql, COPY);
        sql.execute("CHECKPOINT " + COPY);
      } catch (SQLException e) {
        abandon(connection, copy, e);
        throw e;
      }
      sql.execute("DETACH " + COPY);
    }
  }

  /** So that the next one can begin, and a full disk has its room back. */
  private static void abandon(DuckDBConnection connection, Path copy, SQLException cause) {
    // A statement that has failed takes no more.
    try (Statement sql = connection.createStatement()) {
      sql.execute("DETACH " + COPY);
      delete(copy);
    } catch (SQLException | IOException e) {
      cause.addSuppressed(e);
    }
  }

  /** With its log, which a process that was killed may have left. */
  private static void delete(Path copy) throws IOException {
    Files.deleteIfExists(copy);
    Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + ".wal"));
  }
}
