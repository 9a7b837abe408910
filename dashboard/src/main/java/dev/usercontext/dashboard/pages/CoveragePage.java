package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.store.Coverage;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.web.Queries;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has a user, and what is left to attribute. */
@Path("/coverage")
@Produces(MediaType.TEXT_HTML)
public class CoveragePage {
  @Inject SpanStore store;
  @Inject PageContext context;

  /** A service and kind over all days. */
  public record KindRow(String service, String kind, long spans, long withUser) {
    KindRow plus(KindRow other) {
      return new KindRow(service, kind, spans + other.spans, withUser + other.withUser);
    }
  }

  @GET
  public Response coverage() {
    Coverage coverage = store.coverage(context.filter());
    Map<String, Object> data = context.data("Coverage", "/coverage");
    data.put("spans", coverage.rows().stream().mapToLong(Coverage.Row::spans).sum());
    data.put("withUser", coverage.rows().stream().mapToLong(Coverage.Row::withUser).sum());
    data.put("kinds", kinds(coverage));
    data.put("names", coverage.without());
    return context.render("coverage", data);
  }

  private static List<KindRow> kinds(Coverage coverage) {
    Map<String, KindRow> rows = new LinkedHashMap<>();
    for (Coverage.Row row : coverage.rows()) {
      KindRow kind =
          new KindRow(row.service(), Queries.name(row.kind()), row.spans(), row.withUser());
      rows.merge(kind.service() + '\n' + kind.kind(), kind, KindRow::plus);
    }
    return List.copyOf(rows.values());
  }
}
