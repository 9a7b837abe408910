package dev.usercontext.dashboard.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.CostQuery;
import dev.usercontext.dashboard.store.CostQuery.Bucket;
import dev.usercontext.dashboard.store.CostQuery.GroupBy;
import dev.usercontext.dashboard.store.NumberRange;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.TestSpan;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.UserQuery;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is answered from sums is what the spans themselves answer, whatever happened to them. */
final class SumsTest {
  private static final int SPANS = 5 * Blocks.SIZE + 1000;
  private static final long STEP = 40 * TestSpan.SECOND;

  @TempDir Path folder;

  private final Random random = new Random(11);

  private List<StoredSpan> spans() {
    List<StoredSpan> spans = new ArrayList<>();
    for (int i = 0; i < SPANS; i++) {
      TestSpan span =
          TestSpan.of(1 + i / 8, 1 + i)
              .at(TestSpan.T0 + i * STEP)
              .name("work " + random.nextInt(3))
              .kind(SpanKind.values()[random.nextInt(3)])
              .service("service-" + random.nextInt(2))
              .environment(random.nextInt(3) == 0 ? null : "env-" + random.nextInt(2));
      int user = random.nextInt(8);
      if (user > 0) {
        span.user("u-" + user, random.nextInt(3) == 0 ? null : "mail" + random.nextInt(9) + "@x");
        span.attribute("user_attrs.plan", random.nextInt(30) == 0 ? "pro" : "free");
      }
      if (random.nextBoolean()) {
        span.call(
            "model-" + random.nextInt(2),
            random.nextInt(5) == 0 ? null : (long) random.nextInt(1000));
      }
      if (random.nextInt(7) == 0) {
        span.failed("no");
      }
      spans.add(span.build());
    }
    return spans;
  }

  @Test
  void sumsAnswerAsTheSpansDo() {
    List<StoredSpan> spans = spans();
    try (SpanStore store = DuckDbStore.open(folder)) {
      // Most come in the order of time, some days later, and some of them twice.
      List<StoredSpan> arriving = new ArrayList<>(spans);
      for (int i = 0; i < 50; i++) {
        Collections.swap(arriving, random.nextInt(SPANS), random.nextInt(SPANS));
      }
      for (int i = 0; i < SPANS; i += 900) {
        store.write(arriving.subList(i, Math.min(i + 900, SPANS)));
        store.write(arriving.subList(Math.max(0, i - 300), i));
      }
      assertThat(store.stats().spans()).isEqualTo(SPANS);
      compare(store);

      assertThat(store.eraseUser("u-3")).isPositive();
      compare(store);

      // In the middle of a block.
      assertThat(store.deleteBefore(at(Blocks.SIZE + 1234))).isPositive();
      compare(store);
      store.write(spans.subList(Blocks.SIZE + 1234, SPANS));
      compare(store);
    }
    try (SpanStore store = DuckDbStore.open(folder)) {
      compare(store);
    }
  }

  private static Instant at(int span) {
    return Instant.ofEpochSecond(0, TestSpan.T0 + span * STEP);
  }

  @Test
  void aFolderOfTheFirstVersionIsSummedUp() throws Exception {
    List<StoredSpan> spans = spans();
    try (SpanStore store = DuckDbStore.open(folder)) {
      store.write(spans);
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(Database.FILE));
        var sql = connection.createStatement()) {
      sql.execute("DROP TABLE user_sums");
      sql.execute("DROP TABLE name_sums");
      sql.execute("UPDATE schema_version SET version = 1");
    }
    try (SpanStore store = DuckDbStore.open(folder)) {
      assertThat(store.stats().schemaVersion()).isEqualTo(Schema.VERSION);
      assertThat(store.totals(SpanFilter.in(TimeRange.ALL)).spans()).isEqualTo(SPANS);
      compare(store);
    }
  }

  @Test
  void aFolderOfTheSecondVersionGetsTheUsersAttributesOfResources() throws Exception {
    String prefix = "user_attrs.";
    List<StoredSpan> spans = new ArrayList<>();
    for (int i = 0; i < Blocks.SIZE + 10; i++) {
      TestSpan span =
          TestSpan.of(1 + i, 1 + i)
              .at(TestSpan.T0 + i)
              .user("u")
              .call("m", 1L)
              .resource(Map.of("service.name", "it's", prefix + "plan", "team", prefix + "n", 3L));
      spans.add(i % 2 == 0 ? span.build() : span.attribute(prefix + "plan", "pro").build());
    }
    CostQuery byPlan =
        new CostQuery(
            SpanFilter.in(TimeRange.ALL), GroupBy.ATTRIBUTE, prefix + "plan", Bucket.DAY, 3);
    Object expected;
    try (SpanStore store = DuckDbStore.open(folder)) {
      store.write(spans);
      expected = store.cost(byPlan);
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(Database.FILE));
        var sql = connection.createStatement()) {
      for (String table : List.of("spans", "user_sums")) {
        sql.execute(
            "UPDATE "
                + table
                + " SET user_attributes = CASE WHEN user_attributes LIKE '%pro%'"
                + " THEN '{\"user_attrs.plan\":\"pro\"}' END");
      }
      sql.execute("UPDATE schema_version SET version = 2");
    }
    try (SpanStore store = DuckDbStore.open(folder)) {
      assertThat(store.cost(byPlan)).isEqualTo(expected);
      assertThat(store.cost(byPlan).groups()).hasSize(2);
      assertThat(store.user("u", SpanFilter.in(TimeRange.ALL)).orElseThrow().attributes())
          .isEqualTo(Map.of("n", 3L, "plan", "pro"));
    }
  }

  private void compare(SpanStore store) {
    for (int i = 0; i < 6; i++) {
      SpanFilter filter = i == 0 ? SpanFilter.in(TimeRange.ALL) : filter();
      // No span is shorter than nothing, which no sum tells.
      SpanFilter raw = filter.toBuilder().durationNanos(new NumberRange(0L, null)).build();
      String what = filter.toString();
      assertThat(store.totals(filter)).as(what).isEqualTo(store.totals(raw));
      assertThat(store.coverage(filter)).as(what).isEqualTo(store.coverage(raw));
      assertThat(store.user("u-1", filter)).as(what).isEqualTo(store.user("u-1", raw));
      UserQuery.Column column = UserQuery.Column.values()[i % UserQuery.Column.values().length];
      String find = i % 4 == 0 ? "mail" + random.nextInt(9) : null;
      assertThat(store.users(new UserQuery(filter, find, column, true, 0, 10)))
          .as(what)
          .isEqualTo(store.users(new UserQuery(raw, find, column, true, 0, 10)));
      for (GroupBy group : List.of(GroupBy.USER, GroupBy.SERVICE, GroupBy.ENVIRONMENT)) {
        assertThat(store.cost(new CostQuery(filter, group, null, bucket(i), 3)))
            .as(what)
            .isEqualTo(store.cost(new CostQuery(raw, group, null, bucket(i), 3)));
      }
      assertThat(plans(store, filter, i)).as(what).isEqualTo(plans(store, raw, i));
    }
  }

  private static Bucket bucket(int i) {
    return Bucket.values()[i % Bucket.values().length];
  }

  private static Object plans(SpanStore store, SpanFilter filter, int i) {
    return store.cost(new CostQuery(filter, GroupBy.ATTRIBUTE, "user_attrs.plan", bucket(i), 3));
  }

  private SpanFilter filter() {
    long from = TestSpan.T0 + (long) (random.nextDouble() * SPANS * STEP);
    SpanFilter.Builder filter =
        SpanFilter.builder(
            random.nextInt(5) == 0
                ? TimeRange.ALL
                : new TimeRange(from, from + (long) (random.nextDouble() * SPANS * STEP)));
    switch (random.nextInt(8)) {
      case 0 -> filter.environment("env-1");
      case 1 -> filter.service("service-0");
      case 2 -> filter.user("u-" + random.nextInt(8));
      case 3 -> filter.withUser(random.nextBoolean());
      case 4 -> filter.name("work 1").kind(SpanKind.values()[1]);
      case 5 -> filter.onlyLlmCalls(true);
      default -> {}
    }
    return filter.build();
  }
}
