package dev.usercontext.dashboard.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.query.Filters;
import dev.usercontext.dashboard.query.KeySuggestions;
import dev.usercontext.dashboard.query.Params;
import dev.usercontext.dashboard.store.AuditPage;
import dev.usercontext.dashboard.store.CostQuery;
import dev.usercontext.dashboard.store.CostSeries;
import dev.usercontext.dashboard.store.Coverage;
import dev.usercontext.dashboard.store.Graph;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.StoreStats;
import dev.usercontext.dashboard.store.Suggestion;
import dev.usercontext.dashboard.store.Totals;
import dev.usercontext.dashboard.store.UserPage;
import dev.usercontext.dashboard.store.UserSummary;
import dev.usercontext.dashboard.web.Queries;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every view as JSON; {@code /api/v1/openapi.json} describes it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class ApiResource {
  private static final int ROWS = 100;

  /** Spans of a trace that are in memory at once. */
  private static final int PAGE = 500;

  @Inject SpanStore store;
  @Inject Filters filters;
  @Inject KeySuggestions keys;
  @Inject ObjectMapper json;

  /** A series, and how it was cut. */
  public record Cost(
      CostQuery.GroupBy groupBy,
      @Nullable String attribute,
      CostQuery.Bucket bucket,
      @JsonUnwrapped CostSeries series) {}

  @GET
  @Path("totals")
  public Totals totals(@Context UriInfo uri) {
    return store.totals(filter(params(uri)));
  }

  @GET
  @Path("users")
  public UserPage users(@Context UriInfo uri) {
    Params params = params(uri);
    return store.users(Queries.users(params, filter(params), ROWS));
  }

  @GET
  @Path("user")
  public UserSummary user(@Context UriInfo uri) {
    Params params = params(uri);
    return store
        .user(Queries.required(params, "id"), filter(params))
        .orElseThrow(() -> new NotFoundException("No span of this time range is of that user"));
  }

  @GET
  @Path("spans")
  public AuditPage spans(@Context UriInfo uri) {
    Params params = params(uri);
    return store.audit(Queries.audit(params, filter(params), ROWS));
  }

  @GET
  @Path("traces/{id}")
  public StreamingOutput trace(@PathParam("id") String id) {
    String trace = id.toLowerCase(Locale.ROOT);
    List<StoredSpan> first =
        trace.matches("[0-9a-f]{32}") ? store.trace(trace, null, PAGE) : List.of();
    if (first.isEmpty()) {
      throw new NotFoundException("No span of that trace is stored");
    }
    return out -> write(out, trace, first);
  }

  /** Page by page: a trace may be larger than memory. */
  private void write(OutputStream out, String trace, List<StoredSpan> first) throws IOException {
    SequenceWriter array =
        json.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValuesAsArray(out);
    List<StoredSpan> page = first;
    while (!page.isEmpty()) {
      array.writeAll(page);
      page = page.size() < PAGE ? List.of() : store.trace(trace, page.get(page.size() - 1), PAGE);
    }
    // Not if reading fails: an array that ends would look complete.
    array.close();
  }

  @GET
  @Path("cost")
  public Cost cost(@Context UriInfo uri) {
    Params params = params(uri);
    CostQuery query = Queries.cost(params, filter(params));
    return new Cost(query.groupBy(), query.attribute(), query.bucket(), store.cost(query));
  }

  @GET
  @Path("graph")
  public Graph graph(@Context UriInfo uri) {
    Params params = params(uri);
    return store.graph(Queries.graph(params, filter(params)));
  }

  @GET
  @Path("coverage")
  public Coverage coverage(@Context UriInfo uri) {
    return store.coverage(filter(params(uri)));
  }

  @GET
  @Path("keys")
  public List<Suggestion> keys(@Context UriInfo uri) {
    Params params = params(uri);
    return keys.of(params.get("prefix", ""), filter(params), limit(params));
  }

  @GET
  @Path("values")
  public List<Suggestion> values(@Context UriInfo uri) {
    Params params = params(uri);
    String key = Queries.required(params, "key");
    return store.values(
        filters.attribute(key), params.get("prefix", ""), filter(params), limit(params));
  }

  @GET
  @Path("stats")
  public StoreStats stats() {
    return store.stats();
  }

  private static int limit(Params params) {
    return Queries.number(params, "limit", 20, 1, 100);
  }

  private static Params params(UriInfo uri) {
    return Params.of(uri.getQueryParameters());
  }

  private SpanFilter filter(Params params) {
    return filters.parse(params);
  }
}
