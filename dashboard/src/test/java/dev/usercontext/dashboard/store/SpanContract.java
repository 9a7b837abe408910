package dev.usercontext.dashboard.store;

import static dev.usercontext.dashboard.store.StoreTests.cost;
import static dev.usercontext.dashboard.store.StoreTests.numbered;
import static dev.usercontext.dashboard.store.StoreTests.pages;
import static dev.usercontext.dashboard.store.StoreTests.users;
import static dev.usercontext.dashboard.store.TestSpan.DAY;
import static dev.usercontext.dashboard.store.TestSpan.SECOND;
import static dev.usercontext.dashboard.store.TestSpan.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AuditQuery.Order;
import dev.usercontext.dashboard.store.CostQuery.Bucket;
import dev.usercontext.dashboard.store.CostQuery.GroupBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Spans come back as they were, once each, page by page. */
interface SpanContract extends StoreTests {
  @Test
  default void aSpanComesBackAsItWas() {
    StoredSpan span =
        TestSpan.of(0xfedcba9876543210L, -2)
            .parent(-1)
            .name("<script>alert('x')</script> \u0000 \\ \" %")
            .failed("it broke")
            .user("Robert'); DROP TABLE spans;--", "a@b.c")
            .call("gpt-5", "planner", 1_234_567L, 100, 7)
            .attribute("text", "line\nnext \uD83D\uDE00 \u2028")
            .attribute("number", Long.MAX_VALUE)
            .attribute("double", 3.0)
            .attribute("tiny", 1e-300)
            .attribute("truth", false)
            .attribute("list", List.of("a", 1L, 2.5, true))
            .attribute("map", Map.of("inner", List.of(Map.of("deep", "x"))))
            .attribute("a.key with \"quotes\" / ~ and spaces", "v")
            .event("exception", Map.of("exception.message", "no"))
            .resource(Map.of("service.name", "chat-api", "host.name", "h"))
            .build();

    store().write(List.of(span));

    assertThat(store().trace(span.traceId(), null, 10)).containsExactly(span);
    assertThat(
            store()
                .totals(
                    SpanFilter.builder(TimeRange.ALL)
                        .attribute(
                            AttributeCondition.equalTo("a.key with \"quotes\" / ~ and spaces", "v"))
                        .build())
                .spans())
        .isEqualTo(1);
  }

  @Test
  default void theSameSpanTwiceCountsOnce() {
    StoredSpan first = TestSpan.of(1, 1).name("first").build();
    StoredSpan again = TestSpan.of(1, 1).name("again").build();
    StoredSpan other = TestSpan.of(2, 1).build();

    assertThat(store().write(List.of(first, first))).isEqualTo(new WriteResult(1, 1));
    assertThat(store().write(List.of(again, other))).isEqualTo(new WriteResult(1, 1));

    assertThat(store().totals(ALL).spans()).isEqualTo(2);
    assertThat(store().trace(first.traceId(), null, 10)).containsExactly(first);
  }

  @Test
  default void aTraceIsReadPageByPageAndSummedUp() {
    List<StoredSpan> spans = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      // Several begin at once, and ids have no order of their own.
      TestSpan span = TestSpan.of(3, 1 + i * 7919L % 25 - (i % 2 == 0 ? 0 : Long.MIN_VALUE));
      span.at(T0 + i / 4 * SECOND).took((25 - i) * SECOND).user("u" + (24 - i));
      spans.add(i % 5 == 0 ? span.call("m", i == 0 ? null : 7L).build() : span.build());
    }
    store().write(List.of(TestSpan.of(4, 1).at(T0).user("other").build()));
    store().write(spans);
    String trace = spans.get(0).traceId();
    List<StoredSpan> expected =
        spans.stream()
            .sorted(
                Comparator.comparingLong(StoredSpan::startNanos).thenComparing(StoredSpan::spanId))
            .toList();

    List<StoredSpan> read = new ArrayList<>(store().trace(trace, null, 6));
    assertThat(read).hasSize(6);
    while (read.size() < 25) {
      List<StoredSpan> page = store().trace(trace, read.get(read.size() - 1), 6);
      assertThat(page).isNotEmpty().hasSizeLessThanOrEqualTo(6);
      read.addAll(page);
    }
    assertThat(read).isEqualTo(expected);
    assertThat(store().trace(trace, read.get(24), 6)).isEmpty();
    assertThat(store().traceSummary(trace))
        .contains(
            new TraceSummary(
                Expected.totals(spans),
                T0,
                spans.stream().mapToLong(StoredSpan::endNanos).max().orElseThrow(),
                expected.stream().limit(20).map(span -> span.user().id()).toList()));
    assertThat(store().span(trace, expected.get(24).spanId())).contains(expected.get(24));
    assertThat(store().span(trace, "00000000000000ff")).isEmpty();
  }

  @Test
  default void clocksMayBeWrong() {
    store()
        .write(
            List.of(
                TestSpan.of(1, 1).at(0).build(),
                TestSpan.of(1, 2).at(-5 * DAY - 1).call("m", 5L).build(),
                TestSpan.of(1, 3).at(T0 + 40_000 * DAY).build(),
                TestSpan.of(1, 4).at(T0).took(Long.MAX_VALUE / 2).build()));

    assertThat(pages(store(), ALL, Order.NEWEST, 3)).hasSize(4);
    assertThat(cost(store(), ALL, GroupBy.MODEL, Bucket.DAY, 5).groups().get(0).points())
        .extracting(CostGroup.Point::startNanos)
        .containsExactly(-6 * DAY);
  }

  @Test
  default void anEmptyStoreAnswersEverything() {
    SpanStore store = store();
    assertThat(store.totals(ALL)).isEqualTo(Totals.ZERO);
    assertThat(users(store, "").users()).isEmpty();
    assertThat(store.user("u", ALL)).isEmpty();
    assertThat(pages(store, ALL, Order.COST, 10)).isEmpty();
    assertThat(store.trace("00000000000000000000000000000001", null, 10)).isEmpty();
    assertThat(store.traceSummary("00000000000000000000000000000001")).isEmpty();
    assertThat(store.span("00000000000000000000000000000001", "0000000000000001")).isEmpty();
    assertThat(cost(store, ALL, GroupBy.USER, Bucket.MONTH, 5).groups()).isEmpty();
    assertThat(store.graph(new GraphQuery(ALL, 10))).isEqualTo(new Graph(List.of(), List.of(), 0));
    assertThat(store.coverage(ALL)).isEqualTo(new Coverage(List.of(), List.of()));
    assertThat(store.keys("", ALL, 10)).isEmpty();
    assertThat(store.values("model", "", ALL, 10)).isEmpty();
    assertThat(store.eraseUser("u")).isZero();
    assertThat(store.deleteBefore(Instant.now())).isZero();
    assertThat(store.stats().spans()).isZero();
  }

  @Test
  default void aPageIsNotDisturbedByWhatArrives() {
    store().write(IntStream.range(0, 10).mapToObj(i -> numbered(i)).toList());
    AuditPage first = store().audit(new AuditQuery(ALL, Order.NEWEST, null, 4));

    store().write(List.of(numbered(11), numbered(12)));
    AuditPage second = store().audit(new AuditQuery(ALL, Order.NEWEST, first.next(), 4));

    assertThat(second.spans()).containsExactly(numbered(5), numbered(4), numbered(3), numbered(2));
    assertThat(first.next()).matches("[A-Za-z0-9_-]+");
    assertThatThrownBy(() -> store().audit(new AuditQuery(ALL, Order.COST, first.next(), 4)))
        .hasMessageStartingWith("UCD008");
    assertThatThrownBy(() -> store().audit(new AuditQuery(ALL, Order.NEWEST, "x", 4)))
        .hasMessageStartingWith("UCD008");
  }
}
