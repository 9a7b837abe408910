package dev.usercontext.dashboard.store.duckdb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AuditQuery;
import dev.usercontext.dashboard.store.GraphQuery;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.TestSpan;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.WriteResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on disk: it is there the next time, and what can't be used is said. */
final class DuckDbFolderTest {
  private static final SpanFilter ALL = SpanFilter.in(TimeRange.ALL);

  @TempDir Path folder;

  private static List<StoredSpan> spans(int from, int count) {
    List<StoredSpan> spans = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      spans.add(
          TestSpan.of(i, 1)
              .at(TestSpan.T0 + i * TestSpan.SECOND)
              .attribute("order", "number-" + i)
              .build());
    }
    return spans;
  }

  @Test
  void theNextProcessFindsAllThatWasWritten() {
    try (SpanStore store = DuckDbStore.open(folder)) {
      store.write(spans(1, 6000));
      store.write(List.of(TestSpan.of(7000, 2).parent(1).service("b").build()));
    }
    try (SpanStore store = DuckDbStore.open(folder)) {
      assertThat(store.stats().spans()).isEqualTo(6001);
      for (int i : new int[] {1, 4096, 4097, 6000}) {
        assertThat(found(store, "number " + i)).as("span %d", i).isOne();
      }
      assertThat(store.write(spans(1, 6000))).isEqualTo(new WriteResult(0, 6000));
      // The parent of the last span, which was waited for before.
      store.write(List.of(TestSpan.of(7000, 1).service("a").build()));
      assertThat(store.graph(new GraphQuery(ALL, 0)).edges())
          .extracting(edge -> edge.edge().from().name() + " > " + edge.edge().to().name())
          .containsExactly("a > b");
      store.write(spans(8000, 6000));
    }
    try (SpanStore store = DuckDbStore.open(folder)) {
      assertThat(found(store, "number 13999")).isOne();
      assertThat(store.write(spans(8000, 10)).duplicates()).isEqualTo(10);
    }
  }

  @Test
  void whatFailsInTheMidstOfWritingIsWrittenTheNextTime() {
    AtomicBoolean full = new AtomicBoolean();
    LongSupplier clock =
        () -> {
          if (full.getAndSet(false)) {
            throw new OutOfMemoryError("made up");
          }
          return System.currentTimeMillis();
        };
    try (SpanStore store = DuckDbStore.open(folder, "300MB", "user_attrs.", clock)) {
      full.set(true);
      assertThatThrownBy(() -> store.write(spans(1, 10))).isInstanceOf(OutOfMemoryError.class);

      assertThat(store.write(spans(1, 10))).isEqualTo(new WriteResult(10, 0));
      assertThat(store.stats().spans()).isEqualTo(10);
    }
  }

  @Test
  void anotherPrefixOfTheUsersOwnAttributesHoldsFromThenOn() {
    LongSupplier clock = System::currentTimeMillis;
    try (SpanStore store = DuckDbStore.open(folder, "300MB", "user_attrs.", clock)) {
      store.write(List.of(TestSpan.of(1, 1).user("ada").attribute("user_attrs.n", "a").build()));
    }
    try (SpanStore store = DuckDbStore.open(folder, "300MB", "attributes.of.users.", clock)) {
      store.write(
          List.of(TestSpan.of(2, 1).user("ada").attribute("attributes.of.users.n", "b").build()));

      assertThat(store.user("ada", ALL).orElseThrow().attributes()).isEqualTo(Map.of("n", "b"));
    }
  }

  private static long found(SpanStore store, String text) {
    return store.totals(SpanFilter.builder(TimeRange.ALL).text(text).build()).spans();
  }

  @Test
  void whatIsOldGoesAndTheRestIsFoundStill() {
    try (SpanStore store = DuckDbStore.open(folder)) {
      store.write(spans(1, 9000));
      assertThat(store.deleteBefore(Instant.ofEpochSecond(TestSpan.T0 / TestSpan.SECOND + 5000)))
          .isEqualTo(4999);
      store.write(spans(10_000, 5000));
      assertThat(found(store, "number 4999")).isZero();
      for (int i : new int[] {5000, 8192, 8193, 9000, 10_000, 14_999}) {
        assertThat(found(store, "number " + i)).as("span %d", i).isOne();
      }
    }
  }

  @Test
  void theNetworkOfOldSpansGoesWithThem() throws Exception {
    try (SpanStore store = DuckDbStore.open(folder)) {
      store.write(List.of(agent(1, 0), agent(2, 2)));
      store.deleteBefore(Instant.ofEpochSecond(TestSpan.T0 / TestSpan.SECOND + 86_400));
      assertThat(agents(store)).containsExactly("agent 2");

      store.write(List.of(agent(3, 2)));
      assertThat(agents(store)).containsExactly("agent 2", "agent 3");
    }
    try (SpanStore store = DuckDbStore.open(folder)) {
      assertThat(agents(store)).containsExactly("agent 2", "agent 3");
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(Database.FILE));
        var sql = connection.createStatement();
        var row = sql.executeQuery("SELECT to_name FROM edges ORDER BY edge")) {
      List<String> kept = new ArrayList<>();
      while (row.next()) {
        kept.add(row.getString(1));
      }
      assertThat(kept).containsExactly("agent 2", "agent 3");
    }
  }

  private static StoredSpan agent(int number, int day) {
    return TestSpan.of(number, 1)
        .at(TestSpan.T0 + day * TestSpan.DAY)
        .agent("agent " + number)
        .build();
  }

  private static List<String> agents(SpanStore store) {
    return store.graph(new GraphQuery(ALL, 0)).nodes().stream()
        .map(node -> node.node().name())
        .sorted()
        .toList();
  }

  @Test
  void noFileKnowsAnErasedUser() throws IOException {
    String id = "erased-4f9d1c";
    try (SpanStore store = DuckDbStore.open(folder)) {
      store.write(spans(1, 100));
      store.write(
          List.of(
              TestSpan.of(1, 99).user(id, id + "@x").attribute("a", id).build(),
              TestSpan.of(1, 98).user(id).agent("agent of " + id).build()));
      assertThat(filesWith(id)).as("else the search finds nothing in any case").isNotEmpty();

      assertThat(store.eraseUser(id)).isEqualTo(2);

      assertThat(filesWith(id)).isEmpty();
      assertThat(filesWith("erased")).isEmpty();
      assertThat(store.stats().spans()).isEqualTo(100);
      store.write(spans(200, 1));
    }
    assertThat(filesWith(id)).isEmpty();
    try (SpanStore store = DuckDbStore.open(folder)) {
      assertThat(store.stats().spans()).isEqualTo(101);
    }
  }

  private List<Path> filesWith(String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), ISO_8859_1).contains(text)) {
          found.add(file);
        }
      }
      return found;
    }
  }

  @Test
  void readingGoesOnWhileSomethingIsWritten() throws Exception {
    try (SpanStore store = DuckDbStore.open(folder)) {
      Thread writer =
          new Thread(
              () -> {
                for (int i = 0; i < 20; i++) {
                  store.write(spans(1 + 500 * i, 500));
                }
              });
      writer.start();
      long seen = 0;
      while (writer.isAlive()) {
        long spans = store.totals(ALL).spans();
        assertThat(spans % 500).as("all of a batch, or nothing").isZero();
        assertThat(spans).isGreaterThanOrEqualTo(seen);
        seen = spans;
      }
      writer.join();
      assertThat(store.audit(new AuditQuery(ALL, AuditQuery.Order.NEWEST, null, 1)).spans())
          .hasSize(1);
      assertThat(store.totals(ALL).spans()).isEqualTo(10_000);
    }
  }

  @Test
  void aFileThatIsNoneOfOursIsLeftAsItIs() throws IOException {
    byte[] content = "not a database, but precious".repeat(1000).getBytes(ISO_8859_1);
    Path file = folder.resolve(Database.FILE);
    Files.write(file, content);

    assertThatThrownBy(() -> DuckDbStore.open(folder)).hasMessageStartingWith("UCD003");

    assertThat(Files.readAllBytes(file)).isEqualTo(content);
  }

  @Test
  void aDamagedFileIsSaid() throws IOException {
    try (SpanStore store = DuckDbStore.open(folder)) {
      store.write(spans(1, 20_000));
    }
    Path file = folder.resolve(Database.FILE);
    byte[] content = Files.readAllBytes(file);
    for (int i = 20_000; i < content.length; i += 5000) {
      content[i] ^= 0x55;
    }
    Files.write(file, content);

    assertThatThrownBy(
            () -> {
              try (SpanStore store = DuckDbStore.open(folder)) {
                store.audit(new AuditQuery(ALL, AuditQuery.Order.LATENCY, null, 1000));
              }
            })
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("UCD003");
  }

  @Test
  void aFolderThatCannotBeWrittenToIsSaid() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> DuckDbStore.open(file)).hasMessageStartingWith("UCD002");
    assertThatThrownBy(() -> DuckDbStore.open(file.resolve("below")))
        .hasMessageStartingWith("UCD002");

    Path locked = Files.createDirectory(folder.resolve("locked"));
    assumeFalse(locked.toFile().setWritable(false) && Files.isWritable(locked), "root may all");
    assertThatThrownBy(() -> DuckDbStore.open(locked)).hasMessageStartingWith("UCD002");
  }

  @Test
  void aNewerDashboardsFolderIsLeftAlone() throws Exception {
    DuckDbStore.open(folder).close();
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(Database.FILE));
        var sql = connection.createStatement()) {
      sql.execute("UPDATE schema_version SET version = 999");
    }
    assertThatThrownBy(() -> DuckDbStore.open(folder))
        .hasMessageStartingWith("UCD005")
        .hasMessageContaining("999");
  }

  @Test
  void aClosedStoreSaysSo() {
    SpanStore store = DuckDbStore.open(folder);
    store.close();
    assertThatThrownBy(() -> store.totals(ALL)).hasMessageStartingWith("UCD007");
    assertThatThrownBy(() -> store.write(spans(1, 1))).hasMessageStartingWith("UCD007");
    store.close();
  }
}
