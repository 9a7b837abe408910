package dev.usercontext.dashboard.store;

import static dev.usercontext.dashboard.store.TestSpan.DAY;
import static dev.usercontext.dashboard.store.TestSpan.SECOND;
import static dev.usercontext.dashboard.store.TestSpan.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AttributeCondition.Operator;
import dev.usercontext.dashboard.store.AuditQuery.Order;
import dev.usercontext.dashboard.store.CostQuery.Bucket;
import dev.usercontext.dashboard.store.CostQuery.GroupBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every engine has to do. The subclass makes the store, which is empty before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SpanStoreContract {
  private static final SpanFilter ALL = SpanFilter.in(TimeRange.ALL);
  private static final List<StoredSpan> RANDOM = RandomSpans.make(6000);

  /** The store of this test. */
  protected abstract SpanStore store();

  /** A store with the random spans in it, which no test changes. */
  protected abstract SpanStore filled(List<StoredSpan> spans);

  static Stream<SpanFilter> filters() {
    TimeRange week = new TimeRange(T0, T0 + 7 * DAY);
    return Stream.<Function<SpanFilter.Builder, SpanFilter.Builder>>of(
            filter -> filter,
            filter -> filter.range(week),
            filter -> filter.environment("env-1"),
            filter -> filter.service("service-2").kind(SpanKind.SERVER),
            filter -> filter.name("work 3").range(week),
            filter -> filter.user("ada"),
            filter -> filter.user("x' OR '1'='1"),
            filter -> filter.user("nobody of that name"),
            filter -> filter.withUser(false),
            filter -> filter.withUser(true).status(SpanStatus.ERROR),
            filter -> filter.model("gpt-5").onlyLlmCalls(true),
            filter -> filter.agent("agent-1"),
            filter -> filter.tool("tool-0"),
            filter -> filter.costNanoUsd(new NumberRange(3000L, null)),
            filter -> filter.costNanoUsd(new NumberRange(0L, 2000L)),
            filter -> filter.costUnknown(true),
            filter -> filter.durationNanos(new NumberRange(100_000_000L, 500_000_000L)),
            filter -> filter.text("refund"),
            filter -> filter.text("müller TIMEOUT"),
            filter -> filter.text("refun"),
            filter -> filter.text("mail2 example"),
            filter -> filter.attribute(AttributeCondition.equalTo("n", "3")),
            filter -> filter.attribute(AttributeCondition.equalTo("ratio", "0.5")),
            filter -> filter.attribute(AttributeCondition.equalTo("ok", "true")),
            filter -> filter.attribute(AttributeCondition.equalTo("user_attrs.plan", "pro")),
            filter -> filter.attribute(AttributeCondition.equalTo("service.name", "service-1")),
            filter -> filter.attribute(AttributeCondition.equalTo("http.route", "/refund/Order")),
            filter -> filter.attribute(new AttributeCondition("ok", Operator.NOT_EQUALS, "true")),
            filter -> filter.attribute(new AttributeCondition("ok", Operator.EXISTS, "")),
            filter -> filter.attribute(new AttributeCondition("n", Operator.GREATER, "7")),
            filter -> filter.attribute(new AttributeCondition("n", Operator.LESS_OR_EQUAL, "2")),
            filter ->
                filter
                    .attribute(new AttributeCondition("ratio", Operator.GREATER_OR_EQUAL, "1"))
                    .attribute(new AttributeCondition("n", Operator.LESS, "5"))
                    .text("order"),
            filter -> filter.range(new TimeRange(T0, T0)))
        .map(change -> change.apply(SpanFilter.builder(TimeRange.ALL)).build());
  }

  @ParameterizedTest
  @MethodSource("filters")
  void everyFilterFindsTheSameEverywhere(SpanFilter filter) {
    SpanStore store = filled(RANDOM);
    List<StoredSpan> expected = Expected.matching(RANDOM, filter);

    assertThat(store.totals(filter)).isEqualTo(Expected.totals(expected));
    for (Order order : Order.values()) {
      assertThat(pages(store, filter, order, 997))
          .containsExactlyElementsOf(expected.stream().sorted(Expected.order(order)).toList());
    }
    try (Stream<StoredSpan> export = store.export(filter)) {
      assertThat(export.toList())
          .isEqualTo(expected.stream().sorted(Expected.order(Order.NEWEST)).toList());
    }
    assertThat(
            store
                .users(new UserQuery(filter, null, UserQuery.Column.USER_ID, false, 0, 100))
                .users())
        .extracting(UserRow::id, UserRow::totals)
        .containsExactlyElementsOf(
            byUser(expected).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                    entry ->
                        org.assertj.core.groups.Tuple.tuple(
                            entry.getKey(), Expected.totals(entry.getValue())))
                .toList());
    assertThat(store.coverage(filter).rows().stream().mapToLong(Coverage.Row::spans).sum())
        .isEqualTo(expected.size());
    assertThat(store.coverage(filter).rows().stream().mapToLong(Coverage.Row::withUser).sum())
        .isEqualTo(expected.stream().filter(span -> span.user() != null).count());
    assertThat(cost(store, filter, GroupBy.USER, Bucket.DAY, 3).totals())
        .isEqualTo(Expected.totals(expected.stream().filter(StoredSpan::isLlmCall).toList()));
  }

  private static Map<String, List<StoredSpan>> byUser(List<StoredSpan> spans) {
    return spans.stream()
        .filter(span -> span.user() != null)
        .collect(Collectors.groupingBy(span -> span.user().id()));
  }

  private static List<StoredSpan> pages(
      SpanStore store, SpanFilter filter, Order order, int limit) {
    List<StoredSpan> spans = new ArrayList<>();
    String next = null;
    do {
      AuditPage page = store.audit(new AuditQuery(filter, order, next, limit));
      assertThat(page.spans()).hasSizeLessThanOrEqualTo(limit);
      spans.addAll(page.spans());
      next = page.next();
    } while (next != null);
    return spans;
  }

  private static CostSeries cost(
      SpanStore store, SpanFilter filter, GroupBy group, Bucket bucket, int top) {
    return store.cost(new CostQuery(filter, group, null, bucket, top));
  }

  @ParameterizedTest
  @EnumSource(UserQuery.Column.class)
  void usersAreSortedByAnyColumn(UserQuery.Column column) {
    List<UserRow> all =
        filled(RANDOM).users(new UserQuery(ALL, null, column, true, 0, 100)).users();
    Comparator<UserRow> order =
        switch (column) {
          case USER_ID -> Comparator.comparing(UserRow::id, Comparator.reverseOrder());
          case EMAIL ->
              Comparator.comparing(UserRow::email, Comparator.nullsLast(Comparator.reverseOrder()));
          case SPANS -> descending(row -> row.totals().spans());
          case LLM_CALLS -> descending(row -> row.totals().llmCalls());
          case INPUT_TOKENS -> descending(row -> row.totals().inputTokens());
          case OUTPUT_TOKENS -> descending(row -> row.totals().outputTokens());
          case COST -> descending(row -> row.totals().costNanoUsd());
          case ERRORS -> descending(row -> row.totals().errors());
          case FIRST_SEEN -> descending(UserRow::firstSeenNanos);
          case LAST_SEEN -> descending(UserRow::lastSeenNanos);
        };
    assertThat(all)
        .hasSize(RandomSpans.USERS.length)
        .isSortedAccordingTo(order.thenComparing(UserRow::id));

    UserPage second = filled(RANDOM).users(new UserQuery(ALL, null, column, true, 2, 2));
    assertThat(second.users()).containsExactlyElementsOf(all.subList(2, 4));
    assertThat(second.total()).isEqualTo(all.size());
  }

  private static Comparator<UserRow> descending(java.util.function.ToLongFunction<UserRow> value) {
    return Comparator.comparingLong(value).reversed();
  }

  @Test
  void usersAreFoundByAPartOfTheirIdOrEmail() {
    store()
        .write(
            List.of(
                TestSpan.of(1, 1).user("u-1", "Ada@Example.com").build(),
                TestSpan.of(1, 2).user("u-1").build(),
                TestSpan.of(1, 3).user("u-2").build(),
                TestSpan.of(1, 4).user("ADAM").build()));

    UserPage found = users(store(), "ada");

    assertThat(found.users()).extracting(UserRow::id).containsExactly("ADAM", "u-1");
    assertThat(found.users().get(1).totals().spans()).as("all spans of the user").isEqualTo(2);
    assertThat(found.users().get(1).email()).isEqualTo("Ada@Example.com");
    assertThat(found.total()).isEqualTo(2);
    assertThat(users(store(), "100%").users()).isEmpty();
  }

  private static UserPage users(SpanStore store, String find) {
    return store.users(new UserQuery(ALL, find, UserQuery.Column.USER_ID, false, 0, 50));
  }

  @Test
  void aSpanComesBackAsItWas() {
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

    assertThat(store().trace(span.traceId())).containsExactly(span);
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
  void theSameSpanTwiceCountsOnce() {
    StoredSpan first = TestSpan.of(1, 1).name("first").build();
    StoredSpan again = TestSpan.of(1, 1).name("again").build();
    StoredSpan other = TestSpan.of(2, 1).build();

    assertThat(store().write(List.of(first, first))).isEqualTo(new WriteResult(1, 1));
    assertThat(store().write(List.of(again, other))).isEqualTo(new WriteResult(1, 1));

    assertThat(store().totals(ALL).spans()).isEqualTo(2);
    assertThat(store().trace(first.traceId())).containsExactly(first);
  }

  @Test
  void clocksMayBeWrong() {
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
  void anEmptyStoreAnswersEverything() {
    SpanStore store = store();
    assertThat(store.totals(ALL)).isEqualTo(Totals.ZERO);
    assertThat(users(store, "").users()).isEmpty();
    assertThat(store.user("u", ALL)).isEmpty();
    assertThat(pages(store, ALL, Order.COST, 10)).isEmpty();
    assertThat(store.trace("00000000000000000000000000000001")).isEmpty();
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
  void aPageIsNotDisturbedByWhatArrives() {
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

  private static StoredSpan numbered(int i) {
    return TestSpan.of(i, i + 1).at(T0 + i * SECOND).build();
  }

  @Test
  void aUserIsSummedUp() {
    store()
        .write(
            List.of(
                TestSpan.of(1, 1)
                    .name("POST /chat")
                    .user("u", "old@x")
                    .attribute("user_attrs.plan", "free")
                    .build(),
                TestSpan.of(1, 2)
                    .parent(1)
                    .at(T0 + SECOND)
                    .user("u", "new@x")
                    .call("big", "planner", 700L, 10, 5)
                    .attribute("user_attrs.plan", "pro")
                    .took(3 * SECOND)
                    .build(),
                TestSpan.of(1, 3)
                    .parent(1)
                    .at(T0 - SECOND)
                    .user("u")
                    .call("small", "planner", null, 1, 1)
                    .build(),
                TestSpan.of(2, 4)
                    .name("POST /later")
                    .at(T0 + DAY)
                    .user("u")
                    .failed("no")
                    .service("other")
                    .build(),
                TestSpan.of(3, 5).user("else").build()));

    UserSummary summary = store().user("u", ALL).orElseThrow();

    assertThat(summary.user().email()).isEqualTo("new@x");
    assertThat(summary.user().totals()).isEqualTo(new Totals(4, 2, 11, 6, 0, 700, 1, 1));
    assertThat(summary.user().models()).containsExactly("big", "small");
    assertThat(summary.user().firstSeenNanos()).isEqualTo(T0 - SECOND);
    assertThat(summary.user().lastSeenNanos()).isEqualTo(T0 + DAY);
    assertThat(summary.models()).extracting(NamedTotals::name).containsExactly("big", "small");
    assertThat(summary.agents()).extracting(NamedTotals::name).containsExactly("planner");
    assertThat(summary.services())
        .extracting(NamedTotals::name)
        .containsExactly("chat-api", "other");
    assertThat(summary.attributes()).isEqualTo(Map.of("plan", "pro"));
    assertThat(summary.traces())
        .extracting(
            TraceRow::name, TraceRow::service, TraceRow::startNanos, TraceRow::durationNanos)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("POST /later", "other", T0 + DAY, SECOND),
            org.assertj.core.groups.Tuple.tuple("POST /chat", "chat-api", T0 - SECOND, 5 * SECOND));
    assertThat(store().user("u", SpanFilter.in(new TimeRange(0, 1)))).isEmpty();
  }

  @Test
  void costIsByGroupAndTime() {
    store()
        .write(
            List.of(
                TestSpan.of(1, 1)
                    .at(T0)
                    .user("a")
                    .call("m", 100L)
                    .attribute("user_attrs.plan", "pro")
                    .build(),
                TestSpan.of(1, 2)
                    .at(T0 + DAY)
                    .user("a")
                    .call("m", 50L)
                    .attribute("user_attrs.plan", "pro")
                    .build(),
                TestSpan.of(1, 3)
                    .at(T0 + 8 * DAY)
                    .user("b")
                    .call("m", 120L)
                    .attribute("user_attrs.plan", "free")
                    .build(),
                TestSpan.of(1, 4).at(T0).user("c").call("n", null).attribute("other", "x").build(),
                TestSpan.of(1, 5).at(T0).call("n", 1L).attribute("other", "x").build(),
                TestSpan.of(1, 6).at(T0).user("d").agent("no call").build()));

    CostSeries byUser = cost(store(), ALL, GroupBy.USER, Bucket.WEEK, 1);
    assertThat(byUser.totals()).isEqualTo(new Totals(5, 5, 50, 25, 0, 271, 1, 0));
    assertThat(byUser.groups())
        .extracting(CostGroup::kind, CostGroup::name, group -> group.totals().costNanoUsd())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(CostGroup.Kind.NAMED, "a", 150L),
            org.assertj.core.groups.Tuple.tuple(CostGroup.Kind.REST, "", 120L),
            org.assertj.core.groups.Tuple.tuple(CostGroup.Kind.NONE, "", 1L));
    assertThat(byUser.groups().get(1).points())
        .extracting(CostGroup.Point::startNanos, point -> point.totals().costUnknown())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(T0, 1L),
            org.assertj.core.groups.Tuple.tuple(T0 + 7 * DAY, 0L));

    assertThat(names(GroupBy.MODEL, null)).containsExactly("m", "n");
    assertThat(names(GroupBy.ATTRIBUTE, "user_attrs.plan")).containsExactly("pro", "free", "");
    assertThat(names(GroupBy.ATTRIBUTE, "other")).containsExactly("x", "");
    assertThat(names(GroupBy.ATTRIBUTE, "service.name")).containsExactly("chat-api");
    assertThat(cost(store(), ALL, GroupBy.SERVICE, Bucket.MONTH, 5).groups().get(0).points())
        .extracting(CostGroup.Point::startNanos)
        .containsExactly(T0 - DAY);
    assertThat(cost(store(), ALL, GroupBy.SERVICE, Bucket.HOUR, 5).groups().get(0).points())
        .extracting(CostGroup.Point::startNanos)
        .containsExactly(T0, T0 + DAY, T0 + 8 * DAY);
  }

  private List<String> names(GroupBy group, String attribute) {
    return store().cost(new CostQuery(ALL, group, attribute, Bucket.DAY, 10)).groups().stream()
        .map(CostGroup::name)
        .toList();
  }

  @Test
  void theNetworkIsSeenWhateverTheOrderOfArrival() {
    List<StoredSpan> spans =
        new ArrayList<>(
            List.of(
                TestSpan.of(1, 1).user("u").service("web").kind(SpanKind.SERVER).build(),
                TestSpan.of(1, 2).parent(1).user("u").service("web").kind(SpanKind.CLIENT).build(),
                TestSpan.of(1, 3).parent(2).user("u").service("chat").kind(SpanKind.SERVER).build(),
                TestSpan.of(1, 4).parent(3).user("u").service("chat").agent("planner").build(),
                TestSpan.of(1, 5).parent(4).user("u").service("chat").name("wrapper").build(),
                TestSpan.of(1, 6)
                    .parent(5)
                    .user("u")
                    .service("chat")
                    .call("gpt", 300L)
                    .took(100)
                    .build(),
                TestSpan.of(1, 7)
                    .parent(4)
                    .user("u")
                    .service("chat")
                    .tool("search")
                    .failed("x")
                    .build(),
                TestSpan.of(1, 8)
                    .parent(7)
                    .user("u")
                    .service("chat")
                    .call("gpt", 7L)
                    .took(100)
                    .build(),
                TestSpan.of(2, 9).user("v").service("web").kind(SpanKind.SERVER).build(),
                TestSpan.of(3, 10).service("web").kind(SpanKind.SERVER).build()));
    Collections.reverse(spans);
    // One by one: every child waits for its parent.
    spans.forEach(span -> store().write(List.of(span)));

    Graph graph = store().graph(new GraphQuery(ALL, 1));

    assertThat(graph.edges())
        .extracting(
            edge -> text(edge.edge()), GraphEdge::calls, GraphEdge::errors, GraphEdge::costNanoUsd)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("USER u > SERVICE web", 1L, 0L, 0L),
            org.assertj.core.groups.Tuple.tuple("SERVICE web > SERVICE chat", 1L, 0L, 0L),
            org.assertj.core.groups.Tuple.tuple("SERVICE chat > AGENT planner", 1L, 0L, 0L),
            org.assertj.core.groups.Tuple.tuple("AGENT planner > MODEL gpt", 1L, 0L, 300L),
            org.assertj.core.groups.Tuple.tuple("AGENT planner > TOOL search", 1L, 1L, 0L),
            org.assertj.core.groups.Tuple.tuple("TOOL search > MODEL gpt", 1L, 0L, 7L));
    assertThat(graph.otherUsers()).isEqualTo(1);
    assertThat(graph.nodes())
        .filteredOn(node -> node.node().name().equals("web"))
        .extracting(GraphNode::calls)
        .containsExactly(3L);
    assertThat(graph.nodes())
        .filteredOn(node -> node.node().name().equals("gpt"))
        .allSatisfy(node -> assertThat(node.latency().p95Nanos()).isBetween(95L, 105L));

    SpanFilter behind =
        SpanFilter.builder(TimeRange.ALL)
            .edge(new Edge(new Node(NodeKind.AGENT, "planner"), new Node(NodeKind.MODEL, "gpt")))
            .build();
    assertThat(pages(store(), behind, Order.NEWEST, 10))
        .extracting(StoredSpan::spanId)
        .containsExactly("0000000000000006");
    SpanFilter ofUser =
        SpanFilter.builder(TimeRange.ALL)
            .edge(new Edge(new Node(NodeKind.USER, "v"), new Node(NodeKind.SERVICE, "web")))
            .build();
    assertThat(store().totals(ofUser).spans()).isEqualTo(1);
    assertThat(
            store()
                .graph(new GraphQuery(SpanFilter.builder(TimeRange.ALL).user("v").build(), 10))
                .edges())
        .extracting(edge -> text(edge.edge()))
        .containsExactly("USER v > SERVICE web");
  }

  private static String text(Edge edge) {
    return edge.from().kind()
        + " "
        + edge.from().name()
        + " > "
        + edge.to().kind()
        + " "
        + edge.to().name();
  }

  @Test
  void coverageTellsWhatIsLeftToAttribute() {
    store()
        .write(
            List.of(
                TestSpan.of(1, 1).kind(SpanKind.SERVER).name("GET /").user("u").build(),
                TestSpan.of(1, 2).kind(SpanKind.SERVER).name("GET /").build(),
                TestSpan.of(1, 3).kind(SpanKind.SERVER).name("job").at(T0 + DAY).build(),
                TestSpan.of(1, 4).kind(SpanKind.SERVER).name("job").at(T0 + DAY).build(),
                TestSpan.of(1, 5).kind(SpanKind.CLIENT).name("all right").user("u").build()));

    assertThat(store().coverage(ALL))
        .isEqualTo(
            new Coverage(
                List.of(
                    new Coverage.Row("chat-api", SpanKind.SERVER, T0, 2, 1),
                    new Coverage.Row("chat-api", SpanKind.SERVER, T0 + DAY, 2, 0),
                    new Coverage.Row("chat-api", SpanKind.CLIENT, T0, 1, 1)),
                List.of(
                    new Coverage.Name("chat-api", SpanKind.SERVER, "job", 2, 0),
                    new Coverage.Name("chat-api", SpanKind.SERVER, "GET /", 1, 1))));
  }

  @Test
  void keysAndValuesAreSuggested() {
    store()
        .write(
            List.of(
                TestSpan.of(1, 1)
                    .attribute("http.route", "/a")
                    .attribute("http.method", "GET")
                    .user("Ada")
                    .build(),
                TestSpan.of(1, 2).attribute("http.route", "/a").user("adam").build(),
                TestSpan.of(1, 3)
                    .attribute("http.route", "/b")
                    .attribute("n", 3L)
                    .user("ada2")
                    .build()));

    assertThat(store().keys("http", ALL, 10))
        .containsExactly(new Suggestion("http.route", 3), new Suggestion("http.method", 1));
    assertThat(store().keys("", ALL, 100))
        .extracting(Suggestion::text)
        .contains("service.name", "n");
    assertThat(store().values("http.route", "/", ALL, 1)).containsExactly(new Suggestion("/a", 2));
    assertThat(store().values("n", "", ALL, 5)).containsExactly(new Suggestion("3", 1));
    assertThat(store().values("user_id", "ADA", ALL, 5))
        .extracting(Suggestion::text)
        .containsExactly("Ada", "ada2", "adam");
    assertThat(store().values("http.route", "", SpanFilter.in(new TimeRange(0, 1)), 5)).isEmpty();
  }

  @Test
  void anErasedUserIsGoneAndOthersStay() {
    store()
        .write(
            List.of(
                TestSpan.of(1, 1).user("gone", "gone@x").attribute("note", "gone").build(),
                TestSpan.of(1, 2).user("stays").build(),
                TestSpan.of(1, 3).build()));

    assertThat(store().eraseUser("gone")).isEqualTo(1);

    assertThat(pages(store(), ALL, Order.NEWEST, 10))
        .extracting(StoredSpan::spanId)
        .containsExactly("0000000000000002", "0000000000000003");
    assertThat(users(store(), "gone").users()).isEmpty();
    assertThat(store().values("user_id", "", ALL, 10))
        .extracting(Suggestion::text)
        .containsExactly("stays");
    assertThat(store().write(List.of(TestSpan.of(2, 1).user("new").build())).stored()).isEqualTo(1);
    assertThat(users(store(), "").total()).isEqualTo(2);
  }

  @Test
  void oldSpansAreRemoved() {
    store().write(IntStream.range(0, 10).mapToObj(i -> numbered(i)).toList());

    assertThat(store().deleteBefore(Instant.ofEpochSecond(T0 / SECOND + 4))).isEqualTo(4);

    assertThat(store().stats().spans()).isEqualTo(6);
    assertThat(store().stats().oldestNanos()).isEqualTo(T0 + 4 * SECOND);
    assertThat(store().stats().newestNanos()).isEqualTo(T0 + 9 * SECOND);
    assertThat(pages(store(), ALL, Order.NEWEST, 4)).hasSize(6);
  }
}
