package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.query.Params;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.UserPage;
import dev.usercontext.dashboard.store.UserQuery;
import dev.usercontext.dashboard.store.UserQuery.Column;
import dev.usercontext.dashboard.web.Queries;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who there is, and one of them. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class UsersPage {
  private static final int ROWS = 50;

  @Inject SpanStore store;
  @Inject PageContext context;

  /**
   * A column of the table.
   *
   * @param sort what it sorts by; empty where it cannot
   * @param link sorts by it, or turns the order round
   * @param direction as {@code aria-sort} says it
   */
  public record Heading(
      String title, String sort, boolean number, boolean current, String direction, String link) {}

  /** The first view; the way in, while nothing has been sent. */
  @GET
  public Response first() {
    boolean empty = store.stats().spans() == 0;
    return Response.seeOther(URI.create(empty ? "/welcome" : "/users")).build();
  }

  @GET
  @Path("users")
  public Response users() {
    Params params = context.params();
    SpanFilter filter = context.filter();
    UserQuery query = Queries.users(params, filter, ROWS);
    UserPage found = store.users(query);
    int last = query.offset() + found.users().size();
    Map<String, Object> data = context.data("Users", "/users");
    data.put("rows", found.users());
    data.put("total", found.total());
    data.put("totals", store.totals(filter));
    data.put(
        "maxCost",
        found.users().stream().mapToLong(row -> row.totals().costNanoUsd()).max().orElse(0));
    data.put("columns", columns(params, query));
    data.put("first", query.offset() + 1);
    data.put("last", last);
    data.put("previous", query.offset() == 0 ? "" : page(params, query.offset() - query.limit()));
    data.put("next", last < found.total() ? page(params, last) : "");
    return context.render("users", data);
  }

  @GET
  @Path("user")
  public Response user() {
    String id = Queries.required(context.params(), "id");
    Map<String, Object> data = context.data(id, "/user");
    data.put("id", id);
    data.put("user", store.user(id, context.filter()).orElse(null));
    return context.render("user", data);
  }

  private static String page(Params params, int offset) {
    return params.with("offset", String.valueOf(Math.max(0, offset))).link("/users");
  }

  private static List<Heading> columns(Params params, UserQuery query) {
    List<Heading> columns = new ArrayList<>();
    columns.add(column("User", Column.USER_ID, params, query));
    columns.add(column("Email", Column.EMAIL, params, query));
    columns.add(column("LLM calls", Column.LLM_CALLS, params, query));
    columns.add(column("Tokens in", Column.INPUT_TOKENS, params, query));
    columns.add(column("Tokens out", Column.OUTPUT_TOKENS, params, query));
    columns.add(column("Cost", Column.COST, params, query));
    columns.add(column("Errors", Column.ERRORS, params, query));
    columns.add(column("Models", null, params, query));
    columns.add(column("First seen", Column.FIRST_SEEN, params, query));
    columns.add(column("Last seen", Column.LAST_SEEN, params, query));
    return columns;
  }

  private static Heading column(
      String title, @Nullable Column column, Params params, UserQuery query) {
    if (column == null) {
      return new Heading(title, "", false, false, "", "");
    }
    boolean current = query.orderBy() == column;
    boolean text = column == Column.USER_ID || column == Column.EMAIL;
    boolean time = column == Column.FIRST_SEEN || column == Column.LAST_SEEN;
    boolean descending = current ? !query.descending() : !text;
    String sort = Queries.name(column);
    return new Heading(
        title,
        sort,
        !text && !time,
        current,
        query.descending() ? "descending" : "ascending",
        params.with("sort", sort).with("dir", descending ? "desc" : "asc").link("/users"));
  }
}
