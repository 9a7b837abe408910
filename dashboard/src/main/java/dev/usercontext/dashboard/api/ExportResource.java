package dev.usercontext.dashboard.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.query.Filters;
import dev.usercontext.dashboard.query.Params;
import dev.usercontext.dashboard.security.Access;
import dev.usercontext.dashboard.security.ActionLog;
import dev.usercontext.dashboard.store.CostGroup;
import dev.usercontext.dashboard.store.CostQuery;
import dev.usercontext.dashboard.store.GraphQuery;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.UserQuery;
import dev.usercontext.dashboard.store.UserRow;
import dev.usercontext.dashboard.web.Queries;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every table as CSV and JSON Lines, with the filters of its view; written while it is read. */
@Path("/api/v1")
public class ExportResource {
  private static final int ROWS = 1_000;

  @Inject SpanStore store;
  @Inject Filters filters;
  @Inject ObjectMapper json;
  @Inject ActionLog actions;
  @Inject ExportProgress progress;
  @Context RoutingContext request;

  /** What fills a table. */
  interface Content {
    void write(Table table) throws IOException;
  }

  /** What reads all parameters, and then fills a table. */
  private interface Source {
    Content of(Params params, SpanFilter filter);
  }

  /** A table, and what fills it. */
  private record Export<T>(Columns<T> columns, Source source) {}

  private final Map<String, Export<?>> exports =
      Map.of(
          "users", new Export<>(Columns.USER, this::users),
          "spans", new Export<>(Columns.SPAN, this::spans),
          "cost", new Export<>(Columns.COST, this::cost),
          "graph", new Export<>(Columns.EDGE, this::graph),
          "coverage", new Export<>(Columns.COVERAGE, this::coverage));

  @GET
  @Path("{view:users|spans|cost|graph|coverage}.{format:csv|jsonl}")
  public Response export(
      @PathParam("view") String view, @PathParam("format") String format, @Context UriInfo uri) {
    return answer(view, format, uri, Objects.requireNonNull(exports.get(view)));
  }

  /**
   * How far the export is that was asked for with {@code progress=} that name; 204 where none of
   * that name has begun here.
   */
  @GET
  @Path("exports/{name}")
  @Produces(MediaType.APPLICATION_JSON)
  public ExportProgress.@Nullable Progress progress(@PathParam("name") String name) {
    return progress.of(name).orElse(null);
  }

  /** By id: any other rank may change between two pages, and users would be skipped or repeated. */
  Content users(Params params, SpanFilter filter) {
    return table -> {
      String last = null;
      do {
        List<UserRow> page =
            store.users(UserQuery.byId(filter, params.get("find"), last, ROWS)).users();
        table.rows(page.iterator());
        // One who is erased meanwhile leaves a page short that is not the last.
        last = page.isEmpty() ? null : page.get(page.size() - 1).id();
      } while (last != null);
    };
  }

  private Content spans(Params params, SpanFilter filter) {
    return table -> {
      try (Stream<StoredSpan> spans = store.export(filter)) {
        Iterator<StoredSpan> each = spans.iterator();
        table.rows(each);
      }
    };
  }

  private Content cost(Params params, SpanFilter filter) {
    CostQuery query = Queries.cost(params, filter);
    return table -> {
      for (CostGroup group : store.cost(query).groups()) {
        for (CostGroup.Point point : group.points()) {
          table.row(new Columns.CostRow(group.kind(), group.name(), point));
        }
      }
    };
  }

  private Content graph(Params params, SpanFilter filter) {
    GraphQuery query = Queries.graph(params, filter);
    return table -> table.rows(store.graph(query).edges().iterator());
  }

  private Content coverage(Params params, SpanFilter filter) {
    return table -> table.rows(store.coverage(filter).rows().iterator());
  }

  private <T> Response answer(String view, String format, UriInfo uri, Export<T> export) {
    Params params = Params.of(uri.getQueryParameters());
    // Read before the answer begins: what is wrong with it is still an error 400.
    Content content = export.source().of(params, filters.parse(params));
    actions.exported(Access.of(request), view, params.without("progress").all().keySet());
    boolean csv = format.equals("csv");
    ExportProgress.Running running = progress.begin(params.get("progress", ""));
    StreamingOutput body =
        out -> {
          try (Table table =
              new CountedTable(
                  csv ? new CsvTable(out, export.columns()) : new JsonLines(out, json), running)) {
            content.write(table);
          }
        };
    return Response.ok(body)
        .type(csv ? "text/csv;charset=utf-8" : "application/x-ndjson")
        .header("Content-Disposition", "attachment; filename=\"" + view + "." + format + "\"")
        .build();
  }
}
