package dev.usercontext.dashboard.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that was written anew and can't be opened then. */
final class DatabaseTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;

  private static int version(DuckDBConnection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT version FROM schema_version")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static boolean setVersion(Connection connection, int version) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      return sql.execute("UPDATE schema_version SET version = " + version);
    }
  }

  @Test
  void nobodyWaitsForAFileThatCanNotBeOpened() throws SQLException {
    try (Database database = new Database(folder, "100MB", "user_attrs.")) {
      // Who opens it finds that it is of a newer dashboard.
      database.write(connection -> setVersion(connection, 999));
      assertThatThrownBy(database::rewrite).hasMessageStartingWith("UCD005");

      // On another thread: the one that wrote it anew may hold a lock for itself.
      assertTimeoutPreemptively(
          SOON,
          () ->
              assertThatThrownBy(() -> database.read(DatabaseTest::version))
                  .hasMessageStartingWith("UCD006")
                  .hasMessageContaining(database.file().toString()));

      try (Connection mended = DriverManager.getConnection("jdbc:duckdb:" + database.file())) {
        setVersion(mended, Schema.VERSION);
      }
      assertTimeoutPreemptively(SOON, database::reopen);
      assertThat(database.read(DatabaseTest::version)).isEqualTo(Schema.VERSION);
    }
  }
}
