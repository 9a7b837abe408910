package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.query.AttributeQuery;
import dev.usercontext.dashboard.query.Params;
import dev.usercontext.dashboard.store.AuditPage;
import dev.usercontext.dashboard.store.AuditQuery;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.Suggestion;
import dev.usercontext.dashboard.store.UserQuery;
import dev.usercontext.dashboard.web.Queries;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Spans one by one: the audit trail and the search. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SpansPage {
  private static final int ROWS = 50;
  private static final List<String> AUDIT_FIELDS =
      List.of(
          "q",
          "user",
          "model",
          "agent",
          "tool",
          "status",
          "cost_min",
          "cost_max",
          "latency_min",
          "latency_max",
          "llm");

  @Inject SpanStore store;
  @Inject PageContext context;

  /** A key, and the query that it begins. */
  public record KeyLink(String text, long spans, String query) {}

  @GET
  @Path("audit")
  public Response audit() {
    Map<String, Object> data = context.data("Audit trail", "/audit");
    Params params = context.params();
    data.put("chips", Chip.of(params, "/audit", AUDIT_FIELDS));
    data.put("hiddens", Chip.hidden(params, AUDIT_FIELDS));
    String status = params.get("status");
    data.put(
        "statuses",
        Option.of(
            status == null ? null : status.toLowerCase(Locale.ROOT),
            List.of("error", "ok", "unset")));
    data.put("onlyCalls", context.filter(List.of("llm")).onlyLlmCalls());
    spans(data, "/audit");
    return context.render("audit", data);
  }

  @GET
  @Path("search")
  public Response search() {
    Map<String, Object> data = context.data("Search", "/search");
    Params params = context.params();
    String query = params.get("q");
    data.put("searched", query != null);
    if (query == null) {
      SpanFilter filter = context.filter();
      data.put("attributeKeys", store.keys("", filter, 60).stream().map(SpansPage::key).toList());
    } else {
      boolean word = !query.contains(":") && !query.contains(" ") && !query.contains("\"");
      SpanFilter everything = context.filter().toBuilder().text(null).build();
      data.put(
          "people",
          word
              ? store
                  .users(new UserQuery(everything, query, UserQuery.Column.LAST_SEEN, true, 0, 8))
                  .users()
              : List.of());
      spans(data, "/search");
    }
    return context.render("search", data);
  }

  private static KeyLink key(Suggestion suggestion) {
    String query = AttributeQuery.present(suggestion.text());
    return new KeyLink(suggestion.text(), suggestion.spans(), query == null ? "" : query);
  }

  private void spans(Map<String, Object> data, String path) {
    AuditQuery query = Queries.audit(context.params(), context.filter(), ROWS);
    AuditPage found = store.audit(query);
    data.put("rows", found.spans().stream().map(SpanRow::of).toList());
    data.put(
        "next",
        found.next() == null ? "" : context.params().with("after", found.next()).link(path));
    data.put("totals", store.totals(query.filter()));
  }
}
