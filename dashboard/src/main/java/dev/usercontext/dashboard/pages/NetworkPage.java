package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.query.Filters;
import dev.usercontext.dashboard.query.Params;
import dev.usercontext.dashboard.store.Graph;
import dev.usercontext.dashboard.store.GraphEdge;
import dev.usercontext.dashboard.store.GraphQuery;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.web.Queries;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * Who calls what. A user takes nothing away from the picture: what served it is lit in the whole.
 */
@Path("/network")
@Produces(MediaType.TEXT_HTML)
public class NetworkPage {
  private static final int MOST_LINES = 200;
  private static final List<String> FIELDS = List.of("user");

  @Inject SpanStore store;
  @Inject PageContext context;
  @Inject Filters filters;

  /** An edge as a line of the table, and the link to the spans behind it. */
  public record EdgeRow(GraphEdge edge, String fromKind, String toKind, String link) {}

  @GET
  public Response network() {
    Params params = context.params();
    Params everybody = params.without("user");
    GraphQuery query = Queries.graph(everybody, filters.parse(everybody));
    Graph graph = store.graph(query);
    Map<String, Object> data = context.data("Network", "/network");
    data.put("graph", graph);
    data.put("graphLink", everybody.link("/api/v1/graph"));
    Graph listed = graph;
    if (params.has("user")) {
      listed = store.graph(Queries.graph(params, context.filter()));
      data.put("litLink", params.link("/api/v1/graph"));
    }
    data.put("edges", listed.edges().stream().limit(MOST_LINES).map(this::row).toList());
    data.put(
        "userCounts",
        Option.of(String.valueOf(query.users()), List.of("0", "12", "25", "50", "100")).stream()
            .map(n -> n.name().equals("0") ? new Option("0", "none", n.selected()) : n)
            .toList());
    data.put("chips", Chip.of(params, "/network", FIELDS));
    data.put("hiddens", Chip.hidden(params, FIELDS));
    return context.render("network", data);
  }

  private EdgeRow row(GraphEdge edge) {
    Node from = edge.edge().from();
    Node to = edge.edge().to();
    return new EdgeRow(
        edge,
        Queries.name(from.kind()),
        Queries.name(to.kind()),
        context
            .params()
            .without("users")
            .with("edge_from", Queries.name(from.kind()) + ":" + from.name())
            .with("edge_to", Queries.name(to.kind()) + ":" + to.name())
            .link("/audit"));
  }
}
