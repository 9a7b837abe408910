package dev.usercontext.dashboard.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.GraphQuery;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.TestSpan;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.WriteResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken up of the spans that are there: at the start, and after some were removed. */
final class LoadTest {
  private static final SpanFilter ALL = SpanFilter.in(TimeRange.ALL);

  @TempDir Path folder;

  /** A process with little memory: opens a folder, and says how many spans it has. */
  public static void main(String[] args) {
    try (SpanStore store = DuckDbStore.open(Path.of(args[0]))) {
      System.out.println("spans: " + store.stats().spans());
    }
  }

  private static List<StoredSpan> spans(int from, int count, String text) {
    List<StoredSpan> spans = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      spans.add(
          TestSpan.of(i, 1).at(TestSpan.T0 + i * TestSpan.SECOND).attribute("text", text).build());
    }
    return spans;
  }

  private static List<String> edges(SpanStore store) {
    return store.graph(new GraphQuery(ALL, 10)).edges().stream()
        .map(edge -> edge.edge().from().name() + " > " + edge.edge().to().name())
        .toList();
  }

  @Test
  void aFolderOfLongSpansIsOpenedWithLittleMemory() throws Exception {
    String text = "many words ".repeat(600);
    try (SpanStore store = DuckDbStore.open(folder)) {
      for (int i = 0; i < 10_000; i += 500) {
        store.write(spans(1 + i, 500, text));
      }
    }

    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx112m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LoadTest.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("spans: 10000");
  }

  @Test
  void aKeyOfAnyLengthComesBack() {
    StoredSpan span = TestSpan.of(1, 1).attribute("k".repeat(60_000), "v".repeat(100_000)).build();
    try (SpanStore store = DuckDbStore.open(folder)) {
      store.write(List.of(span));
    }
    try (SpanStore store = DuckDbStore.open(folder)) {
      assertThat(store.trace(span.traceId(), null, 10)).containsExactly(span);
    }
  }

  @Test
  void aRetentionThatFailsHalfWayMakesNothingCountTwiceAndLosesNoEdge() {
    AtomicBoolean full = new AtomicBoolean();
    LongSupplier clock =
        () -> {
          if (full.getAndSet(false)) {
            throw new OutOfMemoryError("made up");
          }
          return System.currentTimeMillis();
        };
    try (SpanStore store = DuckDbStore.open(folder, "300MB", "user_attrs.", clock)) {
      store.write(spans(1, 100, ""));
      store.write(
          List.of(
              TestSpan.of(7000, 2).at(TestSpan.T0 + TestSpan.HOUR).parent(1).service("b").build()));
      full.set(true);
      Instant limit = Instant.ofEpochSecond(TestSpan.T0 / TestSpan.SECOND + 50);

      assertThatThrownBy(() -> store.deleteBefore(limit)).isInstanceOf(OutOfMemoryError.class);

      assertThat(store.write(spans(60, 10, ""))).isEqualTo(new WriteResult(0, 10));
      store.write(List.of(TestSpan.of(7000, 1).service("a").build()));
      assertThat(edges(store)).containsExactly("a > b");
    }
  }

  @Test
  void whoWaitedLongBeforeTheStartIsInTheNetwork() {
    AtomicLong now = new AtomicLong(1_000_000);
    try (SpanStore store = DuckDbStore.open(folder, "300MB", "user_attrs.", now::get)) {
      store.write(List.of(TestSpan.of(70_000, 2).parent(1).service("b").agent("planner").build()));
      for (int i = 0; i < 48_000; i += 4000) {
        store.write(spans(1 + i, 4000, ""));
      }
    }
    try (SpanStore store = DuckDbStore.open(folder, "300MB", "user_attrs.", now::get)) {
      now.addAndGet(Duration.ofMinutes(3).toMillis());
      store.write(spans(60_000, 1, ""));

      assertThat(edges(store)).as("its parent is taken to be elsewhere").contains("b > planner");
    }
  }
}
