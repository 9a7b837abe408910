package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AuditPage;
import dev.usercontext.dashboard.store.AuditQuery;
import dev.usercontext.dashboard.store.CostQuery;
import dev.usercontext.dashboard.store.CostSeries;
import dev.usercontext.dashboard.store.Coverage;
import dev.usercontext.dashboard.store.Graph;
import dev.usercontext.dashboard.store.GraphQuery;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.StoreStats;
import dev.usercontext.dashboard.store.Suggestion;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.Totals;
import dev.usercontext.dashboard.store.TraceSummary;
import dev.usercontext.dashboard.store.UserPage;
import dev.usercontext.dashboard.store.UserQuery;
import dev.usercontext.dashboard.store.UserSummary;
import dev.usercontext.dashboard.store.WriteResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The engine for more than one machine: an index for each day in an OpenSearch cluster. It keeps
 * nothing of its own, so that any number of dashboards may have the same cluster.
 */
public final class OpenSearchStore implements SpanStore {
  /** The cluster tells its copies every 30 s what they need not keep. */
  private static final Duration RETENTION_LEASES = Duration.ofMinutes(2);

  private final OpenSearchSettings settings;
  private final Cluster cluster;
  private final IndexNames names;
  private final SpanWriter writer;
  private final Search search;
  private final AuditReader audit;
  private final TraceSpans traces;
  private final UsersReader users;
  private final UserReader user;
  private final CostReader costs;
  private final GraphReader graphs;
  private final CoverageReader coverages;
  private final SuggestionReader suggestions;
  private final Cleaner cleaner;

  private OpenSearchStore(OpenSearchSettings settings, Cluster cluster, LongSupplier clockMillis) {
    this.settings = settings;
    this.cluster = cluster;
    names = new IndexNames(settings.index(), clockMillis);
    search = new Search(cluster, names);
    Documents documents = new Documents(settings.userAttributePrefix());
    Callers callers = new Callers(cluster, search, names, documents, clockMillis);
    writer =
        new SpanWriter(
            cluster,
            names,
            documents,
            callers,
            new Elsewhere(search, names),
            new Copies(cluster, settings),
            clockMillis);
    audit = new AuditReader(search);
    traces = new TraceSpans(search);
    users = new UsersReader(search);
    user = new UserReader(search, settings.userAttributePrefix());
    costs = new CostReader(search, settings.userAttributePrefix());
    graphs = new GraphReader(search);
    coverages = new CoverageReader(search);
    suggestions = new SuggestionReader(search, settings.userAttributePrefix());
    cleaner = new Cleaner(cluster, names, RETENTION_LEASES);
  }

  /**
   * Connects, and makes the template of the indices or brings it up to date.
   *
   * @throws StoreException with UCD005, UCD006 or UCD009
   */
  public static OpenSearchStore open(OpenSearchSettings settings, LongSupplier clockMillis) {
    Cluster cluster = new Cluster(settings);
    try {
      new Template(cluster, settings).install();
      return new OpenSearchStore(settings, cluster, clockMillis);
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  @Override
  public WriteResult write(List<StoredSpan> spans) {
    return writer.write(spans);
  }

  @Override
  public void settle() {
    writer.expire();
  }

  @Override
  public Totals totals(SpanFilter filter) {
    Map<String, Object> sums = Sums.aggregations();
    sums.put("spans", Map.of("value_count", Map.of("field", "start")));
    JsonNode found = search.aggregate(filter, Where.of(filter), sums);
    return Sums.totals(found, Sums.value(found, "spans"));
  }

  @Override
  public UserPage users(UserQuery page) {
    return users.page(page);
  }

  @Override
  public Optional<UserSummary> user(String id, SpanFilter filter) {
    return user.summary(id, filter);
  }

  @Override
  public AuditPage audit(AuditQuery page) {
    return audit.page(page);
  }

  @Override
  public List<StoredSpan> trace(String traceId, @Nullable StoredSpan after, int limit) {
    return traces.page(traceId, after, limit);
  }

  @Override
  public Optional<TraceSummary> traceSummary(String traceId) {
    return traces.summary(traceId);
  }

  @Override
  public Optional<StoredSpan> span(String traceId, String spanId) {
    return traces.span(traceId, spanId);
  }

  @Override
  public CostSeries cost(CostQuery cost) {
    return costs.series(cost);
  }

  @Override
  public Graph graph(GraphQuery graph) {
    return graphs.graph(graph);
  }

  @Override
  public Coverage coverage(SpanFilter filter) {
    return coverages.coverage(filter);
  }

  @Override
  public List<Suggestion> keys(String prefix, SpanFilter filter, int limit) {
    return suggestions.keys(prefix, filter, limit);
  }

  @Override
  public List<Suggestion> values(String key, String prefix, SpanFilter filter, int limit) {
    return suggestions.values(key, prefix, filter, limit);
  }

  @Override
  public Stream<StoredSpan> export(SpanFilter filter) {
    return Export.of(cluster, names.in(filter.range()), filter);
  }

  @Override
  public long eraseUser(String id) {
    return cleaner.eraseUser(id);
  }

  @Override
  public long deleteBefore(Instant instant) {
    return cleaner.deleteBefore(TimeRange.nanos(instant), audit.start("asc"));
  }

  @Override
  public StoreStats stats() {
    SpanFilter all = SpanFilter.in(TimeRange.ALL);
    return new StoreStats(
        "opensearch",
        settings.toString(),
        Template.VERSION,
        search.count(all, Where.of(all)),
        cluster
            .get("/" + names.all() + "/_stats/store")
            .path("_all")
            .path("total")
            .path("store")
            .path("size_in_bytes")
            .asLong(),
        audit.start("asc"),
        audit.start("desc"));
  }

  @Override
  public void close() {
    cluster.close();
  }
}
