package dev.usercontext.dashboard.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.Graph;
import dev.usercontext.dashboard.store.GraphEdge;
import dev.usercontext.dashboard.store.GraphQuery;
import dev.usercontext.dashboard.store.NodeKind;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.TestSpan;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.WriteResult;
import dev.usercontext.dashboard.store.duckdb.DuckDbStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster has to do, and a single process can't. */
final class ClusterIT {
  private static final SpanFilter ALL = SpanFilter.in(TimeRange.ALL);
  private static final long NOW_MILLIS = TestSpan.T0 / 1_000_000 + 3_600_000;

  private static OpenSearchSettings settings(String index, int replicas) {
    return OpenSearchSettings.of(Nodes.running().hosts()).withIndex(index, replicas);
  }

  private static SpanStore open(String index, int replicas) {
    return OpenSearchStore.open(settings(index, replicas), () -> NOW_MILLIS);
  }

  @AfterEach
  void clear() {
    Nodes.running().client().admin().indices().prepareDelete("cluster-*").get();
  }

  @Test
  void severalDashboardsSeeTheSameNetworkAsASingleOne(@TempDir Path folder) throws Exception {
    List<StoredSpan> spans = traces(60);
    List<List<StoredSpan>> batches = new ArrayList<>();
    for (int from = 0; from < spans.size(); from += 40) {
      batches.add(spans.subList(from, Math.min(spans.size(), from + 40)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (SpanStore one = open("cluster-two", 0);
        SpanStore other = open("cluster-two", 0);
        SpanStore alone = DuckDbStore.open(folder)) {
      alone.write(spans);
      AtomicInteger stored = new AtomicInteger();
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < batches.size(); i++) {
        List<StoredSpan> batch = batches.get(i);
        SpanStore store = i % 2 == 0 ? one : other;
        SpanStore again = i % 4 == 0 ? other : store;
        done.add(threads.submit(() -> stored.addAndGet(store.write(batch).stored())));
        // An exporter that has had no answer sends again, to whichever dashboard.
        done.add(threads.submit(() -> stored.addAndGet(again.write(batch).stored())));
      }
      for (Future<?> each : done) {
        each.get();
      }

      assertThat(stored).hasValue(spans.size());
      Graph expected = alone.graph(new GraphQuery(ALL, 3));
      assertThat(expected.edges()).hasSizeGreaterThan(8);
      assertThat(one.graph(new GraphQuery(ALL, 3))).isEqualTo(expected);
      assertThat(other.graph(new GraphQuery(ALL, 3))).isEqualTo(expected);
      assertThat(other.totals(ALL)).isEqualTo(alone.totals(ALL));
    } finally {
      threads.shutdownNow();
    }
  }

  /** A front, a back, an agent, its tool and the models of both; in no order. */
  private static List<StoredSpan> traces(int count) {
    List<StoredSpan> spans = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String user = "user-" + i % 7;
      int variant = i % 3;
      spans.add(span(i, 1, 0).user(user).service("web").kind(SpanKind.SERVER).build());
      spans.add(span(i, 2, 1).user(user).service("web").kind(SpanKind.CLIENT).build());
      spans.add(span(i, 3, 2).user(user).service("chat").kind(SpanKind.SERVER).build());
      spans.add(span(i, 4, 3).user(user).service("chat").agent("agent-" + variant).build());
      spans.add(span(i, 5, 4).user(user).service("chat").name("wrapper").build());
      spans.add(span(i, 6, 5).user(user).service("chat").call("big", 1000L + i).build());
      spans.add(span(i, 7, 5).user(user).service("chat").tool("search").failed("no").build());
      spans.add(span(i, 8, 7).user(user).service("chat").call("small", 10L).took(i).build());
    }
    Collections.shuffle(spans, new Random(7));
    return spans;
  }

  private static TestSpan span(int trace, int number, int parent) {
    TestSpan span = TestSpan.of(trace, trace * 10L + number).at(TestSpan.T0 + number * 1_000_000L);
    return parent == 0 ? span : span.parent(trace * 10L + parent);
  }

  @Test
  void whatIsAcknowledgedSurvivesTheLossOfANode() throws Exception {
    Nodes nodes = Nodes.running();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    AtomicInteger acknowledged = new AtomicInteger();
    CountDownLatch some = new CountDownLatch(10);
    int stopped = -1;
    try (SpanStore store = open("cluster-loss", 1)) {
      List<Callable<Integer>> senders = new ArrayList<>();
      for (int sender = 0; sender < 2; sender++) {
        int trace = sender + 1;
        senders.add(
            () -> {
              for (int batch = 0; batch < 30; batch++) {
                send(store, batch(trace, batch));
                acknowledged.addAndGet(50);
                some.countDown();
              }
              return trace;
            });
      }
      List<Future<Integer>> sending = senders.stream().map(threads::submit).toList();
      some.await();
      assertThat(acknowledged).as("in the midst of it").hasValueLessThan(3_000);
      stopped = nodes.first("cluster-loss-2026-11-02");
      nodes.stop(stopped);
      for (Future<Integer> each : sending) {
        each.get();
      }

      assertThat(store.totals(ALL).spans()).isEqualTo(3_000);
      assertThat(store.stats().spans()).isEqualTo(3_000);
    } finally {
      threads.shutdownNow();
      if (stopped >= 0) {
        nodes.start(stopped);
      }
    }
  }

  @Test
  void nothingIsAcknowledgedWhileItIsOnOneNodeAlone() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (SpanStore store = open("cluster-new", 1)) {
      Nodes.running().allocate("primaries");

      Future<?> written = thread.submit(() -> store.write(batch(1, 1)));

      assertThatThrownBy(() -> written.get(3, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(store.totals(ALL).spans()).as("taken, but not acknowledged").isEqualTo(50);
      Nodes.running().allocate("all");
      written.get();
    } finally {
      Nodes.running().allocate("all");
      thread.shutdownNow();
    }
  }

  private static List<StoredSpan> batch(int trace, int number) {
    return IntStream.range(0, 50)
        .mapToObj(i -> TestSpan.of(trace, 1 + number * 50L + i).at(TestSpan.T0 + i).build())
        .toList();
  }

  /** As an exporter does: again, until it is acknowledged. */
  private static void send(SpanStore store, List<StoredSpan> spans) {
    long end = System.nanoTime() + 240_000_000_000L;
    while (true) {
      try {
        store.write(spans);
        return;
      } catch (StoreException e) {
        assertThat(e.code()).isEqualTo(StoreException.Code.UCD006);
        assertThat(System.nanoTime()).as("%s", e.getMessage()).isLessThan(end);
      }
    }
  }

  @Test
  void anErasedUserIsInNoFile() throws IOException {
    try (SpanStore store = open("cluster-erase", 1)) {
      for (int i = 0; i < 5; i++) {
        store.write(
            List.of(
                TestSpan.of(i, 1)
                    .user("leavingUser", "leaving@user")
                    .attribute("note", "leavingNote")
                    .build(),
                TestSpan.of(i, 2).user("stayingUser").attribute("note", "stayingNote").build()));
      }
      Nodes.running().client().admin().indices().prepareFlush("cluster-*").setForce(true).get();
      assertThat(files("leavingUser")).isNotEmpty();
      assertThat(files("leavingNote")).isNotEmpty();

      assertThat(store.eraseUser("leavingUser")).isEqualTo(5);

      assertThat(files("leaving")).isEmpty();
      assertThat(files("stayingUser")).isNotEmpty();
      assertThat(store.totals(ALL).spans()).isEqualTo(5);
      assertThat(store.eraseUser("leavingUser")).as("nothing is left to be done").isZero();
    }
  }

  private static List<Path> files(String text) throws IOException {
    try (Stream<Path> all = Files.walk(Nodes.running().folder())) {
      return all.filter(file -> file.toString().contains("/data/"))
          .filter(Files::isRegularFile)
          .filter(file -> holds(file, text))
          .toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException gone) {
      return false;
    }
  }

  @Test
  void aSpanWaitsTwoMinutesForItsCaller() {
    AtomicLong clock = new AtomicLong(NOW_MILLIS);
    try (SpanStore store = OpenSearchStore.open(settings("cluster-wait", 0), clock::get)) {
      store.write(List.of(span(1, 2, 1).service("chat").call("big", 1L).build()));
      assertThat(store.graph(new GraphQuery(ALL, 3)).edges()).isEmpty();

      clock.addAndGet(180_000);
      store.write(List.of(TestSpan.of(2, 1).build()));

      assertThat(store.graph(new GraphQuery(ALL, 3)).edges())
          .extracting(edge -> edge.edge().from().kind(), GraphEdge::calls)
          .containsExactly(org.assertj.core.groups.Tuple.tuple(NodeKind.SERVICE, 1L));
    }
  }

  @Test
  void anExportWhoseSpansAreDroppedMeanwhileBreaksOff() {
    try (SpanStore store = open("cluster-export", 0)) {
      store.write(IntStream.range(0, 1_500).mapToObj(i -> TestSpan.of(1, i + 1L).build()).toList());
      try (Stream<StoredSpan> export = store.export(ALL)) {
        Iterator<StoredSpan> spans = export.iterator();
        spans.next();
        assertThat(
                store.deleteBefore(Instant.ofEpochSecond(TestSpan.T0 / TestSpan.SECOND + 86_400)))
            .isEqualTo(1_500);

        assertThatThrownBy(() -> spans.forEachRemaining(span -> {}))
            .hasMessageStartingWith("UCD006")
            .hasMessageContaining("export");
      }
    }
  }

  @Test
  void anExportOfADayWithoutSpansIsEmpty() {
    TimeRange day = new TimeRange(TestSpan.T0, TestSpan.T0 + TestSpan.DAY);
    try (SpanStore store = open("cluster-none", 0)) {
      for (SpanFilter filter : List.of(ALL, SpanFilter.in(day))) {
        try (Stream<StoredSpan> export = store.export(filter)) {
          assertThat(export).isEmpty();
        }
      }
    }
  }

  @Test
  void wrongClocksMakeOneIndex() {
    try (SpanStore store = open("cluster-clocks", 0)) {
      store.write(
          IntStream.range(0, 50)
              .mapToObj(i -> TestSpan.of(1, i + 1L).at((i - 25) * 200 * TestSpan.DAY).build())
              .toList());

      assertThat(store.stats().spans()).isEqualTo(50);
      assertThat(
              Nodes.running()
                  .client()
                  .admin()
                  .indices()
                  .prepareGetIndex()
                  .setIndices("cluster-clocks-*")
                  .get()
                  .indices())
          .containsExactly("cluster-clocks-other");
    }
  }

  @Test
  void aSpanOfAWrongClockCountsOnceWhicheverDayItComes() {
    AtomicLong clock = new AtomicLong(NOW_MILLIS);
    List<StoredSpan> spans =
        List.of(
            TestSpan.of(1, 1).at(TestSpan.T0 + 3 * TestSpan.DAY).build(),
            TestSpan.of(1, 2).at(TestSpan.T0).build(),
            TestSpan.of(1, 3).at(TestSpan.T0 - 800 * TestSpan.DAY).build());
    try (SpanStore store = OpenSearchStore.open(settings("cluster-days", 0), clock::get)) {
      assertThat(store.write(spans)).isEqualTo(new WriteResult(3, 0));

      for (int days : new int[] {1, 30}) {
        clock.addAndGet(days * TestSpan.DAY / 1_000_000);
        assertThat(store.write(spans)).as("%s days later", days).isEqualTo(new WriteResult(0, 3));
        assertThat(store.totals(ALL).spans()).isEqualTo(3);
      }
    }
  }

  @Test
  void indicesOfANewerDashboardAreLeftAlone() {
    try (Cluster cluster = new Cluster(settings("cluster-newer", 0))) {
      cluster.put(
          "/_index_template/cluster-newer",
          Json.object(
              "index_patterns",
              List.of("cluster-newer-*"),
              "priority",
              600,
              "_meta",
              java.util.Map.of("schema", Template.VERSION + 1)));
    }

    assertThatThrownBy(() -> open("cluster-newer", 0)).hasMessageStartingWith("UCD005");
  }
}
