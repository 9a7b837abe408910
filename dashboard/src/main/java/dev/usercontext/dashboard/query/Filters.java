package dev.usercontext.dashboard.query;

import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import dev.usercontext.dashboard.store.NumberRange;
import dev.usercontext.dashboard.store.SpanFilter;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** From the parameters of an address to a filter: the same for pages, API and exports. */
public final class Filters {
  /** What goes along from view to view. */
  public static final List<String> SHARED = List.of("range", "from", "to", "env", "service");

  /** All that says which spans. */
  public static final List<String> ALL =
      List.of(
          "range",
          "from",
          "to",
          "env",
          "service",
          "user",
          "attributed",
          "llm",
          "model",
          "agent",
          "tool",
          "name",
          "kind",
          "status",
          "cost_min",
          "cost_max",
          "unpriced",
          "latency_min",
          "latency_max",
          "q",
          "edge_from",
          "edge_to");

  private final Clock clock;
  private final UnaryOperator<String> keys;
  private final QueryLanguage language;

  /**
   * @param clock what is now
   * @param keys as in {@link QueryLanguage}
   */
  public Filters(Clock clock, UnaryOperator<String> keys) {
    this.clock = clock;
    this.keys = keys;
    this.language = new QueryLanguage(keys);
  }

  /** The key that the store knows for one that a person typed. */
  public String attribute(String key) {
    String ours = Columns.key(key);
    return ours == null ? keys.apply(key) : ours;
  }

  /**
   * The filter of an address.
   *
   * @throws InvalidQueryException that names the parameter
   */
  public SpanFilter parse(Params params) {
    SpanFilter.Builder filter = SpanFilter.builder(Ranges.parse(params, clock.instant()));
    String query = params.get("q");
    if (query != null) {
      language.apply(query, filter);
    }
    for (String name :
        List.of(
            "env",
            "service",
            "user",
            "attributed",
            "llm",
            "model",
            "agent",
            "tool",
            "name",
            "kind",
            "status")) {
      String value = params.get(name);
      if (value != null) {
        Columns.add(filter, name, value);
      }
    }
    SpanFilter asked = filter.build();
    if (params.has("cost_min") || params.has("cost_max")) {
      NumberRange cost = new NumberRange(money(params, "cost_min"), money(params, "cost_max"));
      filter.costNanoUsd(asked.costNanoUsd().and(cost));
    }
    if (params.has("latency_min") || params.has("latency_max")) {
      NumberRange latency =
          new NumberRange(duration(params, "latency_min"), duration(params, "latency_max"));
      filter.durationNanos(asked.durationNanos().and(latency));
    }
    if (params.has("unpriced")) {
      filter.costUnknown(true);
    }
    return filter.edge(edge(params)).build();
  }

  private static @Nullable Long money(Params params, String name) {
    String text = params.get(name);
    return text == null ? null : Long.valueOf(Quantities.nanoUsd(name, text));
  }

  private static @Nullable Long duration(Params params, String name) {
    String text = params.get(name);
    return text == null ? null : Long.valueOf(Quantities.nanos(name, text));
  }

  private static @Nullable Edge edge(Params params) {
    String from = params.get("edge_from");
    String to = params.get("edge_to");
    if (from == null && to == null) {
      return null;
    }
    if (from == null || to == null) {
      throw new InvalidQueryException("edge_from and edge_to go together");
    }
    return new Edge(node("edge_from", from), node("edge_to", to));
  }

  private static Node node(String name, String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new InvalidQueryException(name + " is a kind and a name such as model:gpt-4o: " + text);
    }
    return new Node(
        Columns.one(NodeKind.class, name, text.substring(0, colon)), text.substring(colon + 1));
  }
}
