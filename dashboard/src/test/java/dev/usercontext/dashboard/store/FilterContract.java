package dev.usercontext.dashboard.store;

import static dev.usercontext.dashboard.store.StoreTests.cost;
import static dev.usercontext.dashboard.store.StoreTests.pages;
import static dev.usercontext.dashboard.store.TestSpan.DAY;
import static dev.usercontext.dashboard.store.TestSpan.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AttributeCondition.Operator;
import dev.usercontext.dashboard.store.AuditQuery.Order;
import dev.usercontext.dashboard.store.CostQuery.Bucket;
import dev.usercontext.dashboard.store.CostQuery.GroupBy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every view shows what its filter says: compared with {@link Expected}. */
interface FilterContract extends StoreTests {
  List<StoredSpan> RANDOM = RandomSpans.make(6000);

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
            filter -> filter.attribute(AttributeCondition.equalTo("price", "0.00084")),
            filter -> filter.attribute(AttributeCondition.equalTo("price", "8.4E-4")),
            filter -> filter.attribute(AttributeCondition.equalTo("price", "8.4e-4")),
            filter -> filter.attribute(AttributeCondition.equalTo("price", "12345678")),
            filter -> filter.attribute(AttributeCondition.equalTo("price", "12345678.0")),
            filter -> filter.attribute(AttributeCondition.equalTo("price", "3")),
            filter -> filter.attribute(AttributeCondition.equalTo("price", "3.0")),
            filter -> filter.attribute(AttributeCondition.equalTo("price", "1.10")),
            filter -> filter.attribute(AttributeCondition.equalTo("share", "0.0002")),
            filter -> filter.attribute(AttributeCondition.equalTo("user_attrs.rate", "0.00025")),
            filter -> filter.attribute(AttributeCondition.equalTo("user_attrs.rate", "2.5E-4")),
            filter ->
                filter.attribute(new AttributeCondition("price", Operator.NOT_EQUALS, "0.00084")),
            filter ->
                filter.attribute(
                    new AttributeCondition("user_attrs.rate", Operator.NOT_EQUALS, "0.00025")),
            filter -> filter.attribute(AttributeCondition.equalTo("ok", "true")),
            filter -> filter.attribute(AttributeCondition.equalTo("user_attrs.plan", "pro")),
            filter ->
                filter.attribute(
                    new AttributeCondition("user_attrs.plan", Operator.NOT_EQUALS, "pro")),
            filter ->
                filter.attribute(new AttributeCondition("user_attrs.plan", Operator.EXISTS, "")),
            filter -> filter.attribute(AttributeCondition.equalTo("service.name", "service-1")),
            filter -> filter.attribute(AttributeCondition.equalTo("http.route", "/refund/Order")),
            filter -> filter.attribute(new AttributeCondition("ok", Operator.NOT_EQUALS, "true")),
            filter -> filter.attribute(new AttributeCondition("ok", Operator.EXISTS, "")),
            filter -> filter.attribute(new AttributeCondition("ok", Operator.MISSING, "")),
            filter ->
                filter.attribute(new AttributeCondition("user_attrs.plan", Operator.MISSING, "")),
            filter ->
                filter
                    .attribute(new AttributeCondition("user_id", Operator.NOT_EQUALS, "ada"))
                    .attribute(new AttributeCondition("service", Operator.NOT_EQUALS, "service-1")),
            filter ->
                filter.attribute(AttributeCondition.equalTo("user_email", "mail2@example.com")),
            filter -> filter.user("ada").attribute(AttributeCondition.equalTo("user_id", "bob")),
            filter -> filter.attribute(AttributeCondition.equalTo("user_id", "ada")),
            filter ->
                filter
                    .attribute(AttributeCondition.equalTo("model", "gpt-5"))
                    .attribute(AttributeCondition.equalTo("environment", "env-1")),
            filter ->
                filter
                    .attribute(AttributeCondition.equalTo("agent", "agent-1"))
                    .attribute(AttributeCondition.equalTo("service", "service-1")),
            filter -> filter.attribute(AttributeCondition.equalTo("tool", "tool-0")),
            filter -> filter.attribute(AttributeCondition.equalTo("name", "work 3")),
            filter -> filter.costNanoUsd(new NumberRange(3000L, 2000L)),
            filter ->
                filter
                    .attribute(new AttributeCondition("user_email", Operator.MISSING, ""))
                    .attribute(new AttributeCondition("user_id", Operator.EXISTS, "")),
            filter ->
                filter
                    .attribute(new AttributeCondition("model", Operator.NOT_EQUALS, "gpt-5"))
                    .attribute(new AttributeCondition("environment", Operator.EXISTS, "")),
            filter ->
                filter
                    .attribute(new AttributeCondition("agent", Operator.EXISTS, ""))
                    .attribute(new AttributeCondition("tool", Operator.MISSING, ""))
                    .attribute(new AttributeCondition("name", Operator.NOT_EQUALS, "work 3")),
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
  @MethodSource("dev.usercontext.dashboard.store.FilterContract#filters")
  default void everyFilterFindsTheSameEverywhere(SpanFilter filter) {
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
                .map(entry -> tuple(entry.getKey(), Expected.totals(entry.getValue())))
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
}
