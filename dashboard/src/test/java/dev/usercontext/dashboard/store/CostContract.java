package dev.usercontext.dashboard.store;

import static dev.usercontext.dashboard.store.StoreTests.cost;
import static dev.usercontext.dashboard.store.StoreTests.users;
import static dev.usercontext.dashboard.store.TestSpan.DAY;
import static dev.usercontext.dashboard.store.TestSpan.SECOND;
import static dev.usercontext.dashboard.store.TestSpan.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.usercontext.dashboard.cost.NanoUsd;
import dev.usercontext.dashboard.store.CostQuery.Bucket;
import dev.usercontext.dashboard.store.CostQuery.GroupBy;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What calls cost, by whatever makes a group. */
interface CostContract extends StoreTests {
  @Test
  default void costIsByGroupAndTime() {
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
            tuple(CostGroup.Kind.NAMED, "a", 150L),
            tuple(CostGroup.Kind.REST, "", 120L),
            tuple(CostGroup.Kind.NONE, "", 1L));
    assertThat(byUser.groups().get(1).points())
        .extracting(CostGroup.Point::startNanos, point -> point.totals().costUnknown())
        .containsExactly(tuple(T0, 1L), tuple(T0 + 7 * DAY, 0L));

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

  @Test
  default void aUsersOwnAttributeMayBeTheResources() {
    String plan = "user_attrs.plan";
    Map<String, Object> resource = Map.of("service.name", "batch", plan, "team");
    store()
        .write(
            List.of(
                TestSpan.of(1, 1).user("a").call("m", 100L).resource(resource).build(),
                TestSpan.of(1, 2)
                    .user("b")
                    .call("m", 30L)
                    .resource(resource)
                    .attribute(plan, "pro")
                    .build(),
                TestSpan.of(1, 3).user("c").call("m", 7L).build()));

    assertThat(store().cost(new CostQuery(ALL, GroupBy.ATTRIBUTE, plan, Bucket.DAY, 5)).groups())
        .extracting(CostGroup::kind, CostGroup::name, group -> group.totals().costNanoUsd())
        .containsExactly(
            tuple(CostGroup.Kind.NAMED, "team", 100L),
            tuple(CostGroup.Kind.NAMED, "pro", 30L),
            tuple(CostGroup.Kind.NONE, "", 7L));
    for (String value : List.of("team", "pro")) {
      SpanFilter searched =
          SpanFilter.builder(TimeRange.ALL)
              .attribute(AttributeCondition.equalTo(plan, value))
              .build();
      assertThat(store().totals(searched).spans()).as(value).isEqualTo(1);
    }
    assertThat(store().user("a", ALL).orElseThrow().attributes()).isEqualTo(Map.of("plan", "team"));
    assertThat(store().user("b", ALL).orElseThrow().attributes()).isEqualTo(Map.of("plan", "pro"));
  }

  @Test
  default void moreMoneyThanALongHoldsIsTheMostItHolds() {
    for (int day = 0; day < 2; day++) {
      long start = T0 + day * DAY;
      long first = 1 + day * 4_650L;
      long took = (1 + day) * SECOND;
      store()
          .write(
              LongStream.range(first, first + 4_650)
                  .mapToObj(
                      id ->
                          TestSpan.of(1, id)
                              .at(start)
                              .took(took)
                              .user("a")
                              .call("m", 1_000_000 * NanoUsd.ONE_USD)
                              .build())
                  .toList());
    }
    long most = Long.MAX_VALUE;

    assertThat(store().totals(ALL).costNanoUsd()).isEqualTo(most);
    assertThat(users(store(), "").users())
        .extracting(UserRow::id, user -> user.totals().costNanoUsd())
        .containsExactly(tuple("a", most));
    UserSummary user = store().user("a", ALL).orElseThrow();
    assertThat(user.user().totals().costNanoUsd()).isEqualTo(most);
    assertThat(user.models().get(0).totals().costNanoUsd()).isEqualTo(most);
    assertThat(user.traces().get(0).totals().costNanoUsd()).isEqualTo(most);
    for (GroupBy group : List.of(GroupBy.USER, GroupBy.MODEL)) {
      for (Bucket bucket : Bucket.values()) {
        CostSeries series = cost(store(), ALL, group, bucket, 5);
        assertThat(series.totals().costNanoUsd()).as("%s %s", group, bucket).isEqualTo(most);
        assertThat(series.groups())
            .extracting(one -> one.totals().costNanoUsd())
            .containsOnly(most);
      }
    }
    Graph graph = store().graph(new GraphQuery(ALL, 5));
    assertThat(graph.nodes()).extracting(GraphNode::costNanoUsd).containsOnly(most);
    assertThat(graph.edges()).extracting(GraphEdge::costNanoUsd).containsOnly(most);
  }

  private List<String> names(GroupBy group, String attribute) {
    return store().cost(new CostQuery(ALL, group, attribute, Bucket.DAY, 10)).groups().stream()
        .map(CostGroup::name)
        .toList();
  }
}
