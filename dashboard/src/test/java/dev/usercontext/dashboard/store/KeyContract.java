package dev.usercontext.dashboard.store;

import static dev.usercontext.dashboard.store.StoreTests.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.query.AttributeKeys;
import dev.usercontext.dashboard.query.Filters;
import dev.usercontext.dashboard.query.KeySuggestions;
import dev.usercontext.dashboard.query.Params;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be asked for, and what a key means. */
interface KeyContract extends StoreTests {
  String PREFIX = "user_attrs.";

  /** So many spans that suggestions are made without those before them. */
  default int manySpans() {
    return 10_001;
  }

  @Test
  default void keysAndValuesAreSuggested() {
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
  default void whatAKeyMeansDoesNotDependOnWhatCameSince() {
    store()
        .write(List.of(TestSpan.of(1, 1).user("ada").attribute("user_attrs.plan", "pro").build()));
    for (int from = 0; from < manySpans(); from += 1024) {
      int to = Math.min(manySpans(), from + 1024);
      store().write(IntStream.range(from + 1, to + 1).mapToObj(i -> numbered(i)).toList());
    }
    Clock clock = Clock.systemUTC();
    Filters filters = new Filters(clock, new AttributeKeys(store(), PREFIX, clock));

    assertThat(filters.attribute("plan")).isEqualTo("user_attrs.plan");
    assertThat(found(filters, "plan:pro")).isEqualTo(1);
    assertThat(found(filters, "-plan:pro")).isEqualTo(manySpans());
    assertThat(store().keys(PREFIX, ALL, 50)).containsExactly(new Suggestion("user_attrs.plan", 1));
    assertThat(store().keys(PREFIX, SpanFilter.in(new TimeRange(0, 1)), 50)).isEmpty();
  }

  @Test
  default void aKeyIsKnownHoweverManyBeginLikeIt() {
    store()
        .write(
            IntStream.range(0, 60)
                .mapToObj(
                    i ->
                        TestSpan.of(1, 1 + i)
                            .attribute("user_attrs.flag_" + i % 30, "on")
                            .attribute(i == 7 ? "user_attrs.flag" : "other", "on")
                            .build())
                .toList());
    Clock clock = Clock.systemUTC();
    Filters filters = new Filters(clock, new AttributeKeys(store(), PREFIX, clock));

    assertThat(filters.attribute("flag")).isEqualTo("user_attrs.flag");
    assertThat(filters.attribute("fla")).isEqualTo("fla");
    assertThat(store().keys("user_attrs.flag", ALL, 2))
        .containsExactly(
            new Suggestion("user_attrs.flag", 1), new Suggestion("user_attrs.flag_0", 2));
    assertThat(store().keys("other", ALL, 1)).containsExactly(new Suggestion("other", 59));
  }

  @Test
  default void aUsersOwnAttributeIsOfferedAsPeopleTypeIt() {
    store()
        .write(
            List.of(
                TestSpan.of(1, 1)
                    .attribute("user_attrs.plan", "pro")
                    .attribute("user_attrs.model", "mine")
                    .attribute("user_attrs.cost", 1L)
                    .attribute("planner", "x")
                    .build(),
                TestSpan.of(1, 2).attribute("planner", "x").attribute("plan", "x").build()));
    KeySuggestions keys = new KeySuggestions(store(), PREFIX);

    assertThat(keys.of("pl", ALL, 10))
        .containsExactly(new Suggestion("planner", 2), new Suggestion("plan", 1));
    assertThat(keys.of("plan", ALL, 1)).containsExactly(new Suggestion("plan", 1));
    assertThat(keys.of("user_attrs.pl", ALL, 1))
        .containsExactly(new Suggestion("user_attrs.plan", 1));
    assertThat(keys.of("mod", ALL, 10)).as("means the model of a call").isEmpty();
    assertThat(keys.of("cos", ALL, 10)).as("means dollars").isEmpty();
  }

  @Test
  default void wordsInQuotesFollowEachOther() {
    store()
        .write(
            List.of(
                TestSpan.of(1, 1).failed("Rate  limit reached").build(),
                TestSpan.of(1, 2).failed("limit of the rate").build(),
                TestSpan.of(1, 3).attribute("a", "rate").attribute("b", "limit").build()));

    assertThat(found("rate limit")).isEqualTo(3);
    assertThat(found("\"rate limit\"")).isEqualTo(1);
    assertThat(found("\" rate\tlimit \" reached")).isEqualTo(1);
    assertThat(found("\"limit rate\"")).isZero();
  }

  @Test
  default void whatIsNoNumberIsNeitherAboveNorBelowOne() {
    store()
        .write(
            List.of(
                TestSpan.of(1, 1).attribute("score", 3L).build(),
                TestSpan.of(1, 2).attribute("score", Double.NaN).build(),
                TestSpan.of(1, 3).attribute("score", "nan").build(),
                TestSpan.of(1, 4).attribute("score", "high").build()));

    assertThat(found("score>2")).isEqualTo(1);
    assertThat(found("score>=3")).isEqualTo(1);
    assertThat(found("score<4")).isEqualTo(1);
  }

  @Test
  default void onlyWhatIsWrittenAsAFiniteNumberIsCompared() {
    List<Object> none =
        List.of(
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            "Infinity",
            "-Infinity",
            "inf",
            "+inf",
            "1e400",
            "-1e400",
            "1_000",
            " 7",
            "7 ",
            "\n7",
            "0x7",
            "7d",
            "true",
            true,
            "",
            "-",
            ".",
            "1e",
            List.of(7L));
    List<Object> numbers =
        List.of(
            7L, 7.5, "7", "+7", "-7", "7.", ".7", "7e2", "7E+2", "7.5e-2", "007", 1e300, -1e300);
    List<StoredSpan> spans = new ArrayList<>();
    for (Object value : numbers) {
      spans.add(compared(spans.size(), value));
    }
    for (Object value : none) {
      spans.add(compared(spans.size(), value));
    }
    store().write(spans);

    for (String key : List.of("score", "user_attrs.score")) {
      assertThat(values(key, key + ">5"))
          .as(key)
          .containsExactlyInAnyOrder(7L, 7.5, "7", "+7", "7.", "7e2", "7E+2", "007", 1e300);
      assertThat(values(key, key + "<=5"))
          .as(key)
          .containsExactlyInAnyOrder("-7", ".7", "7.5e-2", -1e300);
      assertThat(values(key, key + ">=-1e308")).as(key).hasSameSizeAs(numbers);
      assertThat(values(key, key + "<1e308")).as(key).hasSameSizeAs(numbers);
      assertThat(values(key, key + ">1e400")).as(key).isEmpty();
      assertThat(values(key, key + ">=1e400")).as(key).isEmpty();
      assertThat(values(key, key + "<1e400")).as(key).hasSameSizeAs(numbers);
    }
  }

  private static StoredSpan compared(int number, Object value) {
    return TestSpan.of(1, 1 + number)
        .attribute("score", value)
        .attribute("user_attrs.score", value)
        .build();
  }

  private List<Object> values(String key, String query) {
    Params params = Params.of(Map.of("range", List.of("all"), "q", List.of(query)));
    SpanFilter filter = new Filters(Clock.systemUTC(), name -> name).parse(params);
    try (Stream<StoredSpan> spans = store().export(filter)) {
      return spans.map(span -> span.attributes().get(key)).toList();
    }
  }

  private long found(String query) {
    return found(new Filters(Clock.systemUTC(), key -> key), query);
  }

  private long found(Filters filters, String query) {
    Params params = Params.of(Map.of("range", List.of("all"), "q", List.of(query)));
    return store().totals(filters.parse(params)).spans();
  }
}
