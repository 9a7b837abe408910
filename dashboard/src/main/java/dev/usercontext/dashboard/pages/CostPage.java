package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.query.AttributeQuery;
import dev.usercontext.dashboard.query.Filters;
import dev.usercontext.dashboard.query.Params;
import dev.usercontext.dashboard.store.CostGroup;
import dev.usercontext.dashboard.store.CostQuery;
import dev.usercontext.dashboard.store.CostQuery.GroupBy;
import dev.usercontext.dashboard.store.CostSeries;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.Totals;
import dev.usercontext.dashboard.web.Queries;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the calls cost, by whom or what, and over time. */
@Path("/cost")
@Produces(MediaType.TEXT_HTML)
public class CostPage {
  private static final List<String> FIELDS = List.of("by", "per", "top");

  @Inject SpanStore store;
  @Inject PageContext context;
  @Inject Names names;

  /**
   * A line of the table.
   *
   * @param link to the calls behind it, or empty
   */
  public record Row(String title, String link, Totals totals) {}

  @GET
  public Response cost() {
    Params params = context.params();
    SpanFilter filter = context.filter();
    CostQuery query = Queries.cost(params, filter);
    CostSeries series = store.cost(query);
    String by = by(query);
    Map<String, Object> data = context.data("Cost", "/cost");
    data.put("series", series);
    data.put("rows", series.groups().stream().map(group -> row(group, query)).toList());
    data.put(
        "maxCost",
        series.groups().stream().mapToLong(group -> group.totals().costNanoUsd()).max().orElse(0));
    data.put("groups", groups(by));
    data.put(
        "buckets",
        Option.of(Queries.name(query.bucket()), List.of("hour", "day", "week", "month")));
    data.put("tops", Option.of(String.valueOf(query.top()), List.of("5", "10", "20", "50", "100")));
    data.put("groupTitle", title(by));
    data.put("chartTitle", "Cost per " + Queries.name(query.bucket()) + ", by " + title(by));
    data.put("chips", Chip.of(params, "/cost", FIELDS));
    data.put("hiddens", Chip.hidden(params, FIELDS));
    return context.render("cost", data);
  }

  private static String by(CostQuery query) {
    return query.groupBy() == GroupBy.ATTRIBUTE
        ? "attribute:" + query.attribute()
        : Queries.name(query.groupBy());
  }

  private static String title(String by) {
    return by.startsWith("attribute:") ? by.substring("attribute:".length()) : by;
  }

  /** The fixed groups, and every attribute of users that there is. */
  private List<Option> groups(String by) {
    Stream<String> attributes = names.userAttrs().stream().map(key -> "attribute:" + key);
    return Stream.of(
            Stream.of("user", "model", "service", "agent", "environment"),
            attributes,
            Stream.of(by))
        .flatMap(names -> names)
        .distinct()
        .map(name -> new Option(name, title(name), name.equals(by)))
        .toList();
  }

  private Row row(CostGroup group, CostQuery query) {
    return switch (group.kind()) {
      case NAMED -> new Row(group.name(), link(group.name(), query), group.totals());
      case REST -> new Row("all others", "", group.totals());
      case NONE -> new Row("no " + title(by(query)), "", group.totals());
    };
  }

  private String link(String name, CostQuery query) {
    Params filter = context.params().only(Filters.ALL);
    Params calls = filter.with("llm", "true");
    return switch (query.groupBy()) {
      case USER -> context.params().only(Filters.SHARED).with("id", name).link("/user");
      case MODEL -> calls.with("model", name).link("/audit");
      case SERVICE -> calls.with("service", name).link("/audit");
      case AGENT -> calls.with("agent", name).link("/audit");
      case ENVIRONMENT -> calls.with("env", name).link("/audit");
      case ATTRIBUTE -> {
        String condition = AttributeQuery.equalTo(Objects.requireNonNull(query.attribute()), name);
        if (condition == null) {
          yield "";
        }
        String before = filter.get("q");
        yield calls.with("q", before == null ? condition : before + " " + condition).link("/audit");
      }
    };
  }
}
