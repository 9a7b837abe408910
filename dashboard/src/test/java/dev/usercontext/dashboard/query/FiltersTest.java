package dev.usercontext.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.store.AttributeCondition;
import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import dev.usercontext.dashboard.store.NumberRange;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FiltersTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private final Filters filters = new Filters(Clock.fixed(NOW, ZoneOffset.UTC), key -> key);

  private static Params params(String... pairs) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      query.put(pairs[i], List.of(pairs[i + 1]));
    }
    return Params.of(query);
  }

  @Test
  void sevenDaysUnlessTheAddressSaysOtherwise() {
    assertThat(filters.parse(params()).range()).isEqualTo(TimeRange.last(Duration.ofDays(7), NOW));
    assertThat(filters.parse(params("range", "1h")).range())
        .isEqualTo(TimeRange.last(Duration.ofHours(1), NOW));
    assertThat(filters.parse(params("range", "all")).range()).isEqualTo(TimeRange.ALL);
  }

  @Test
  void aDayIsWholeAndTimesAreUtc() {
    assertThat(filters.parse(params("from", "2026-11-01", "to", "2026-11-02")).range())
        .isEqualTo(
            TimeRange.of(
                Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-03T00:00:00Z")));
    assertThat(filters.parse(params("from", "2026-11-01T08:30")).range().fromNanos())
        .isEqualTo(TimeRange.nanos(Instant.parse("2026-11-01T08:30:00Z")));
  }

  @Test
  void theFieldsOfACustomRangeSayWhatTheAddressSays() {
    Params days = params("from", "2026-11-01", "to", "2026-11-30");
    assertThat(Ranges.field(days, "from")).isEqualTo("2026-11-01T00:00");
    assertThat(Ranges.field(days, "to")).isEqualTo("2026-12-01T00:00");
    assertThat(Ranges.field(params("to", "2026-11-02T08:15:30.5Z"), "to"))
        .isEqualTo("2026-11-02T08:15:30.500");
    assertThat(Ranges.field(params("to", "2026-11-02T08:15"), "from")).isEmpty();
    assertThat(Ranges.field(params("range", "7d", "from", "soon"), "from")).isEmpty();
  }

  @Test
  void everyParameter() {
    SpanFilter filter =
        filters.parse(
            params(
                "env",
                "prod",
                "service",
                "chat",
                "user",
                "u-1",
                "model",
                "m",
                "agent",
                "a",
                "tool",
                "t",
                "status",
                "error",
                "llm",
                "true",
                "cost_min",
                "0.5",
                "latency_max",
                "2s",
                "unpriced",
                "true",
                "edge_from",
                "user:u-1",
                "edge_to",
                "model:a:b"));

    assertThat(filter.environment()).isEqualTo("prod");
    assertThat(filter.service()).isEqualTo("chat");
    assertThat(filter.user()).isEqualTo("u-1");
    assertThat(filter.onlyLlmCalls()).isTrue();
    assertThat(filter.costUnknown()).isTrue();
    assertThat(filter.costNanoUsd()).isEqualTo(new NumberRange(500_000_000L, null));
    assertThat(filter.durationNanos()).isEqualTo(new NumberRange(null, 2_000_000_000L));
    assertThat(filter.edge())
        .isEqualTo(new Edge(new Node(NodeKind.USER, "u-1"), new Node(NodeKind.MODEL, "a:b")));
  }

  @Test
  void whatIsStoredWithASpaceAtItsEndIsFoundByItsLink() {
    Params params = Params.none().with("user", "ada ").with("service", " chat").with("q", " x ");

    assertThat(params.link("/audit")).isEqualTo("/audit?service=%20chat&user=ada%20&q=%20x%20");
    SpanFilter filter = filters.parse(params("user", "ada ", "service", " chat", "q", " x "));
    assertThat(filter.user()).isEqualTo("ada ");
    assertThat(filter.service()).isEqualTo(" chat");
    assertThat(filter.text()).isEqualTo("x");
    assertThat(filters.parse(params("q", "user_id:\"ada\t\"")).user()).isEqualTo("ada\t");
    assertThat(filters.parse(params("edge_from", "user:ada ", "edge_to", "model:m")).edge())
        .isEqualTo(new Edge(new Node(NodeKind.USER, "ada "), new Node(NodeKind.MODEL, "m")));
    assertThat(params("id", "\tada\n").get("id")).isEqualTo("\tada\n");
    assertThat(params("find", " ada ", "cost_min", " 1 ").all())
        .containsEntry("find", "ada")
        .containsEntry("cost_min", "1");
  }

  @Test
  void whatTheQueryAndAFieldSayHasToHoldTogether() {
    SpanFilter filter = filters.parse(params("q", "user_id:ada", "user", "bob"));
    assertThat(filter.user()).isEqualTo("ada");
    assertThat(filter.attributes()).containsExactly(AttributeCondition.equalTo("user_id", "bob"));
    assertThat(filters.parse(params("q", "user_id:ada", "user", "ada")).attributes()).isEmpty();
    assertThat(filters.parse(params("q", "llm:true", "llm", "false")).onlyLlmCalls()).isTrue();
    assertThatThrownBy(() -> filters.parse(params("q", "status:error", "status", "ok")))
        .isInstanceOf(InvalidQueryException.class)
        .hasMessage("status can't be both error and ok");
    assertThatThrownBy(() -> filters.parse(params("q", "user_id:*", "attributed", "no")))
        .isInstanceOf(InvalidQueryException.class);
  }

  @Test
  void ofTwoBoundsTheNarrowerHolds() {
    assertThat(filters.parse(params("q", "cost>=1", "cost_min", "0.01")).costNanoUsd())
        .isEqualTo(new NumberRange(1_000_000_000L, null));
    assertThat(filters.parse(params("q", "cost<=1", "cost_min", "0.5")).costNanoUsd())
        .isEqualTo(new NumberRange(500_000_000L, 1_000_000_000L));
    assertThat(
            filters
                .parse(params("q", "latency<=2s latency>=1s", "latency_max", "3s"))
                .durationNanos())
        .isEqualTo(new NumberRange(1_000_000_000L, 2_000_000_000L));
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> filters.parse(params("range", "2y"))).hasMessageContaining("range");
    assertThatThrownBy(() -> filters.parse(params("from", "soon"))).hasMessageContaining("from");
    assertThatThrownBy(() -> filters.parse(params("from", "2026-11-02", "to", "2026-11-01")))
        .hasMessageContaining("before");
    assertThatThrownBy(() -> filters.parse(params("edge_from", "user:a")))
        .hasMessageContaining("together");
    assertThatThrownBy(() -> filters.parse(params("cost_min", "much")))
        .hasMessageContaining("cost_min");
  }

  @Test
  void addressesAreMadeOfParameters() {
    Params params = params("range", "7d", "find", "a&b=c d", "after", "xyz", "empty", " ");

    assertThat(params.link("/users")).isEqualTo("/users?range=7d&after=xyz&find=a%26b%3Dc%20d");
    assertThat(params.with("find", null).link("/users")).isEqualTo("/users?range=7d");
    assertThat(Params.none().link("/users")).isEqualTo("/users");
  }
}
