package dev.usercontext.dashboard.store;

import static dev.usercontext.dashboard.store.StoreTests.users;
import static dev.usercontext.dashboard.store.TestSpan.DAY;
import static dev.usercontext.dashboard.store.TestSpan.SECOND;
import static dev.usercontext.dashboard.store.TestSpan.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users, and one of them. */
interface UserContract extends StoreTests {
  @ParameterizedTest
  @EnumSource(UserQuery.Column.class)
  default void usersAreSortedByAnyColumn(UserQuery.Column column) {
    List<UserRow> all =
        filled(FilterContract.RANDOM).users(new UserQuery(ALL, null, column, true, 0, 100)).users();
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

    UserPage second =
        filled(FilterContract.RANDOM).users(new UserQuery(ALL, null, column, true, 2, 2));
    assertThat(second.users()).containsExactlyElementsOf(all.subList(2, 4));
    assertThat(second.total()).isEqualTo(all.size());
  }

  @Test
  default void usersAreFoundByAPartOfTheirIdOrEmail() {
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

  @Test
  default void eachUserIsMetOnceInTheOrderOfIds() {
    store()
        .write(
            List.of(
                TestSpan.of(1, 1).user("é").build(),
                TestSpan.of(1, 2).user("b", "Ada@Example.com").build(),
                TestSpan.of(1, 3).user("B", "ada@example.com").call("dear", 700L).build(),
                TestSpan.of(1, 4).user("u:1").build(),
                TestSpan.of(1, 5).user("u:1").build(),
                TestSpan.of(1, 6).user("adam").build()));

    List<String> ids = new ArrayList<>();
    String last = null;
    for (int i = 0; i < 3; i++) {
      UserPage page = store().users(UserQuery.byId(ALL, null, last, 2));
      page.users().forEach(row -> ids.add(row.id()));
      last = ids.get(ids.size() - 1);
    }

    assertThat(ids).containsExactly("B", "adam", "b", "u:1", "é");
    assertThat(store().users(UserQuery.byId(ALL, null, last, 2)).users()).isEmpty();
    UserPage found = store().users(UserQuery.byId(ALL, "ada", "B", 10));
    assertThat(found.users()).extracting(UserRow::id).containsExactly("adam", "b");
    assertThat(found.total()).isEqualTo(2);
  }

  @Test
  default void aUserIsSummedUp() {
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
                    .agent("planner")
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
    assertThat(summary.models())
        .containsExactly(
            new NamedTotals("big", new Totals(1, 1, 10, 5, 0, 700, 0, 0)),
            new NamedTotals("small", new Totals(1, 1, 1, 1, 0, 0, 1, 0)));
    assertThat(summary.agents())
        .containsExactly(new NamedTotals("planner", new Totals(3, 2, 11, 6, 0, 700, 1, 1)));
    assertThat(summary.services())
        .extracting(NamedTotals::name)
        .containsExactly("chat-api", "other");
    assertThat(summary.attributes()).isEqualTo(Map.of("plan", "pro"));
    assertThat(summary.traces())
        .extracting(
            TraceRow::name, TraceRow::service, TraceRow::startNanos, TraceRow::durationNanos)
        .containsExactly(
            tuple("POST /later", "other", T0 + DAY, SECOND),
            tuple("POST /chat", "chat-api", T0 - SECOND, 5 * SECOND));
    assertThat(store().user("u", SpanFilter.in(new TimeRange(0, 1)))).isEmpty();
  }

  private static Comparator<UserRow> descending(java.util.function.ToLongFunction<UserRow> value) {
    return Comparator.comparingLong(value).reversed();
  }
}
