package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.StoreStats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/** What is in a folder. */
final class StatsReader {
  private StatsReader() {}

  static StoreStats stats(DuckDBConnection connection, Path folder) throws SQLException {
    return Query.rows(
            connection,
            "SELECT count(*), min(start_nanos), max(start_nanos) FROM spans",
            List.of(),
            row -> {
              long spans = row.getLong(1);
              return new StoreStats(
                  "duckdb",
                  folder.toString(),
                  Schema.VERSION,
                  spans,
                  bytes(folder),
                  spans == 0 ? null : row.getLong(2),
                  spans == 0 ? null : row.getLong(3));
            })
        .get(0);
  }

  /** When the newest span began; the smallest number there is if there are none. */
  static long newest(DuckDBConnection connection) throws SQLException {
    return Query.rows(
            connection,
            "SELECT coalesce(max(start_nanos), " + Long.MIN_VALUE + ") FROM spans",
            List.of(),
            row -> row.getLong(1))
        .get(0);
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }
}
