package dev.usercontext.dashboard.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.query.Filters;
import dev.usercontext.dashboard.query.Params;
import dev.usercontext.dashboard.security.Access;
import dev.usercontext.dashboard.security.ActionLog;
import dev.usercontext.dashboard.store.CostGroup;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.UserPage;
import dev.usercontext.dashboard.store.UserQuery;
import dev.usercontext.dashboard.web.Queries;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;

/** Every table as CSV and JSON Lines, with the filters of its view; written while it is read. */
@Path("/api/v1")
public class ExportResource {
  private static final int ROWS = 1_000;

  @Inject SpanStore store;
  @Inject Filters filters;
  @Inject ObjectMapper json;
  @Inject ActionLog actions;
  @Context RoutingContext request;

  /** What fills a table. */
  private interface Source {
    void write(Table table, Params params, SpanFilter filter) throws IOException;
  }

  @GET
  @Path("users.{format:csv|jsonl}")
  public Response users(@PathParam("format") String format, @Context UriInfo uri) {
    return export("users", format, uri, Columns.USER, this::users);
  }

  @GET
  @Path("spans.{format:csv|jsonl}")
  public Response spans(@PathParam("format") String format, @Context UriInfo uri) {
    return export("spans", format, uri, Columns.SPAN, this::spans);
  }

  @GET
  @Path("cost.{format:csv|jsonl}")
  public Response cost(@PathParam("format") String format, @Context UriInfo uri) {
    return export(
        "cost",
        format,
        uri,
        Columns.COST,
        (table, params, filter) -> {
          for (CostGroup group : store.cost(Queries.cost(params, filter)).groups()) {
            for (CostGroup.Point point : group.points()) {
              table.row(new Columns.CostRow(group.kind(), group.name(), point));
            }
          }
        });
  }

  @GET
  @Path("graph.{format:csv|jsonl}")
  public Response graph(@PathParam("format") String format, @Context UriInfo uri) {
    return export(
        "graph",
        format,
        uri,
        Columns.EDGE,
        (table, params, filter) ->
            table.rows(store.graph(Queries.graph(params, filter)).edges().iterator()));
  }

  @GET
  @Path("coverage.{format:csv|jsonl}")
  public Response coverage(@PathParam("format") String format, @Context UriInfo uri) {
    return export(
        "coverage",
        format,
        uri,
        Columns.COVERAGE,
        (table, params, filter) -> table.rows(store.coverage(filter).rows().iterator()));
  }

  private void users(Table table, Params params, SpanFilter filter) throws IOException {
    UserQuery first = Queries.users(params, filter, ROWS);
    int offset = 0;
    UserPage page;
    do {
      page =
          store.users(
              new UserQuery(
                  filter, first.find(), first.orderBy(), first.descending(), offset, ROWS));
      table.rows(page.users().iterator());
      offset += ROWS;
    } while (page.users().size() == ROWS);
  }

  private void spans(Table table, Params params, SpanFilter filter) throws IOException {
    try (Stream<StoredSpan> spans = store.export(filter)) {
      Iterator<StoredSpan> each = spans.iterator();
      table.rows(each);
    }
  }

  private <T> Response export(
      String view, String format, UriInfo uri, Columns<T> columns, Source source) {
    Params params = Params.of(uri.getQueryParameters());
    // Read before the answer begins: what is wrong with it is still an error 400.
    SpanFilter filter = filters.parse(params);
    actions.exported(Access.of(request), view, params.all().keySet());
    boolean csv = format.equals("csv");
    StreamingOutput body =
        out -> {
          try (Table table = csv ? new CsvTable(out, columns) : new JsonLines(out, json)) {
            source.write(table, params, filter);
          }
        };
    return Response.ok(body)
        .type(csv ? "text/csv;charset=utf-8" : "application/x-ndjson")
        .header("Content-Disposition", "attachment; filename=\"" + view + "." + format + "\"")
        .build();
  }
}
