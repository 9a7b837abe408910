package dev.usercontext.dashboard.store.duckdb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.TestSpan;
import dev.usercontext.dashboard.store.WriteResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erasure that stops half-way is finished: by the next one, or by the next start. */
final class ErasureTest {
  private static final String ID = "erased-4f9d1c";

  @TempDir Path folder;

  private void write(SpanStore store) {
    store.write(
        List.of(
            TestSpan.of(1, 1).user(ID, ID + "@x").attribute("a", ID).build(),
            TestSpan.of(1, 2).user(ID).build(),
            TestSpan.of(1, 3).user("stays").build()));
  }

  /** Where the new file is to be, there is something that can't be replaced. */
  private Path obstacle() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("rewrite.duckdb"));
    return Files.createFile(directory.resolve("obstacle"));
  }

  private static void clear(Path obstacle) throws IOException {
    Files.delete(obstacle);
    Files.delete(obstacle.getParent());
  }

  private void eraseHalf(SpanStore store) throws IOException {
    assertThatThrownBy(() -> store.eraseUser(ID)).isInstanceOf(StoreException.class);
    assertThat(filesWithUser()).as("else there is nothing to finish").isNotEmpty();
  }

  private List<Path> filesWithUser() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = new java.util.ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), ISO_8859_1).contains(ID)) {
          found.add(file);
        }
      }
      return found;
    }
  }

  @Test
  void anErasureThatFailedIsFinishedWhenItIsAskedForAgain() throws IOException {
    try (SpanStore store = DuckDbStore.open(folder)) {
      write(store);
      Path obstacle = obstacle();
      eraseHalf(store);
      clear(obstacle);

      assertThat(store.eraseUser(ID)).as("those that the first one deleted").isEqualTo(2);

      assertThat(filesWithUser()).isEmpty();
      assertThat(store.stats().spans()).isEqualTo(1);
      assertThat(store.eraseUser(ID)).as("now there are none").isZero();
      write(store);
      assertThat(store.stats().spans()).as("what comes again is kept again").isEqualTo(3);
    }
  }

  @Test
  void anErasureThatFailedIsFinishedByThatOfAnotherUser() throws IOException {
    try (SpanStore store = DuckDbStore.open(folder)) {
      write(store);
      Path obstacle = obstacle();
      eraseHalf(store);
      clear(obstacle);

      assertThat(store.eraseUser("nobody")).isZero();

      assertThat(filesWithUser()).isEmpty();
    }
  }

  @Test
  void theNextStartFinishesAnErasure() throws IOException {
    try (SpanStore store = DuckDbStore.open(folder)) {
      write(store);
      Path obstacle = obstacle();
      eraseHalf(store);
      clear(obstacle);
    }
    DuckDbStore.open(folder).close();

    assertThat(filesWithUser()).isEmpty();
  }

  @Test
  void aStartThatCanNotFinishItTakesSpansAllTheSame() throws IOException {
    Path obstacle;
    try (SpanStore store = DuckDbStore.open(folder)) {
      write(store);
      obstacle = obstacle();
      eraseHalf(store);
    }
    try (SpanStore store = DuckDbStore.open(folder)) {
      assertThat(store.write(List.of(TestSpan.of(2, 1).build()))).isEqualTo(new WriteResult(1, 0));
      clear(obstacle);

      assertThat(store.eraseUser(ID)).isEqualTo(2);

      assertThat(filesWithUser()).isEmpty();
      assertThat(store.stats().spans()).isEqualTo(2);
    }
  }

  @Test
  void whatAKilledProcessLeftOfItsCopyIsInNobodysWay() throws IOException {
    Files.writeString(folder.resolve("rewrite.duckdb"), "half");
    Files.writeString(folder.resolve("rewrite.duckdb.wal"), "half a log");
    try (SpanStore store = DuckDbStore.open(folder)) {
      write(store);

      assertThat(store.eraseUser(ID)).isEqualTo(2);

      assertThat(store.stats().spans()).isEqualTo(1);
    }
    assertThat(folder.resolve("rewrite.duckdb.wal")).doesNotExist();
    try (SpanStore store = DuckDbStore.open(folder)) {
      assertThat(store.stats().spans()).isEqualTo(1);
    }
  }

  @Test
  void whatAKilledProcessHadNoMemoryForGoesWithTheNextStart() throws IOException {
    Path temp = Files.createDirectory(folder.resolve("temp"));
    Files.writeString(temp.resolve("duckdb_temp_storage_DEFAULT-0.tmp"), ID);
    Files.writeString(temp.resolve("duckdb_temp_block-4611686018427387904.block"), ID);
    Path others = Files.writeString(temp.resolve("notes.txt"), "of somebody else");

    DuckDbStore.open(folder).close();

    assertThat(filesWithUser()).isEmpty();
    assertThat(others).exists();
  }

  @Test
  void aCopyThatFailsLeavesNothingBehind() throws SQLException {
    Path copy = folder.resolve("rewrite.duckdb");
    // Not "spans", which is what is copied.
    Path file = folder.resolve("other.duckdb");
    try (DuckDBConnection connection = DatabaseFile.open(file, "100MB", folder.resolve("temp"))) {
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> DatabaseFile.copy(connection, copy))
            .hasMessageContaining("spans")
            .hasMessageNotContaining("already");
        assertThat(copy).doesNotExist();
      }
    }
  }
}
