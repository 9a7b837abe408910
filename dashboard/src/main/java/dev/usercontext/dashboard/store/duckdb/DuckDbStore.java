package dev.usercontext.dashboard.store.duckdb;

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
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The embedded engine: one DuckDB file in a folder, which is this process's alone. */
public final class DuckDbStore implements SpanStore {
  private static final Logger LOG = Logger.getLogger(DuckDbStore.class);

  private final Database database;
  private final Blocks blocks = new Blocks();
  private final EdgeNames names = new EdgeNames();
  private final SpanWriter writer;
  private final Readers readers;
  private volatile long newest = Long.MIN_VALUE;
  private boolean broken;

  private DuckDbStore(
      Path folder, String memory, String userAttributePrefix, LongSupplier clockMillis) {
    database = new Database(folder, memory, userAttributePrefix);
    readers = new Readers(new Query(blocks, names, userAttributePrefix), userAttributePrefix);
    writer = new SpanWriter(blocks, names, userAttributePrefix, clockMillis);
    try {
      finishErasures();
      load();
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Opens a folder with the defaults of the configuration. */
  public static DuckDbStore open(Path folder) {
    return open(folder, "300MB", "user_attrs.", System::currentTimeMillis);
  }

  /**
   * Opens a folder, which is made if need be.
   *
   * @param memory what the database may use besides Java's heap, "300MB"
   * @param userAttributePrefix what the names of user attributes begin with
   * @throws StoreException with UCD001, UCD002, UCD003 or UCD005
   */
  public static DuckDbStore open(
      Path folder, String memory, String userAttributePrefix, LongSupplier clockMillis) {
    return new DuckDbStore(folder, memory, userAttributePrefix, clockMillis);
  }

  /** Of the last process. Spans are taken also if that fails again: the disk may still be full. */
  private void finishErasures() {
    if (database.read(Erasures::isPending)) {
      try {
        database.rewrite();
      } catch (StoreException e) {
        LOG.errorf(
            "What an erased user's spans said is still in %s. Erase the user again, or restart. %s",
            database.file(), e.getMessage());
        database.reopen();
      }
    }
  }

  private void load() {
    database.write(
        connection -> {
          writer.load(connection);
          newest = StatsReader.newest(connection);
          return newest;
        });
    writer.committed();
  }

  @Override
  public WriteResult write(List<StoredSpan> spans) {
    return store(writer.prepare(spans), spans);
  }

  private synchronized WriteResult store(List<SpanRow> rows, List<StoredSpan> spans) {
    return change(
        () -> {
          WriteResult result = database.write(connection -> writer.write(connection, rows));
          writer.committed();
          for (StoredSpan span : spans) {
            newest = Math.max(newest, span.startNanos());
          }
          return result;
        });
  }

  @Override
  public synchronized void settle() {
    if (broken || writer.isWaiting()) {
      change(() -> database.write(writer::expire));
    }
  }

  private <T> T change(Supplier<T> change) {
    if (broken) {
      database.reopen();
      load();
      broken = false;
    }
    try {
      return change.get();
    } catch (RuntimeException | Error e) {
      // What is in memory may be ahead of the file now, or behind it.
      broken = true;
      throw e;
    }
  }

  @Override
  public Totals totals(SpanFilter filter) {
    return database.read(connection -> readers.totals.totals(connection, filter));
  }

  @Override
  public UserPage users(UserQuery page) {
    return database.read(connection -> readers.users.page(connection, page));
  }

  @Override
  public Optional<UserSummary> user(String id, SpanFilter filter) {
    return database.read(connection -> readers.user.summary(connection, id, filter));
  }

  @Override
  public AuditPage audit(AuditQuery page) {
    return database.read(connection -> readers.audit.page(connection, page, newest));
  }

  @Override
  public List<StoredSpan> trace(String traceId, @Nullable StoredSpan after, int limit) {
    return database.read(connection -> readers.traces.page(connection, traceId, after, limit));
  }

  @Override
  public Optional<TraceSummary> traceSummary(String traceId) {
    return database.read(connection -> readers.traces.summary(connection, traceId));
  }

  @Override
  public Optional<StoredSpan> span(String traceId, String spanId) {
    return database.read(connection -> readers.traces.span(connection, traceId, spanId));
  }

  @Override
  public CostSeries cost(CostQuery cost) {
    return database.read(connection -> readers.costs.series(connection, cost));
  }

  @Override
  public Graph graph(GraphQuery graph) {
    return database.read(connection -> readers.graphs.graph(connection, graph));
  }

  @Override
  public Coverage coverage(SpanFilter filter) {
    return database.read(connection -> readers.coverages.coverage(connection, filter));
  }

  @Override
  public List<Suggestion> keys(String prefix, SpanFilter filter, int limit) {
    return database.read(connection -> readers.suggestions.keys(connection, prefix, filter, limit));
  }

  @Override
  public List<Suggestion> values(String key, String prefix, SpanFilter filter, int limit) {
    return database.read(
        connection -> readers.suggestions.values(connection, key, prefix, filter, limit));
  }

  @Override
  public Stream<StoredSpan> export(SpanFilter filter) {
    // Page by page, so that a slow reader holds neither a connection nor memory.
    return AuditReader.export(
        after -> audit(new AuditQuery(filter, AuditQuery.Order.NEWEST, after, 1000)));
  }

  @Override
  public synchronized long eraseUser(String id) {
    return change(
        () -> {
          long erased = database.write(connection -> SpanDeleter.ofUser(connection, id));
          if (database.read(Erasures::isPending)) {
            // What is deleted stays in the file's unused parts until they are used again.
            database.rewrite();
            load();
          }
          return erased;
        });
  }

  @Override
  public synchronized long deleteBefore(Instant instant) {
    long limit = TimeRange.nanos(instant);
    return change(
        () -> {
          long deleted = database.write(connection -> SpanDeleter.before(connection, limit));
          if (deleted > 0) {
            load();
          }
          return deleted;
        });
  }

  @Override
  public StoreStats stats() {
    return database.read(connection -> StatsReader.stats(connection, database.folder()));
  }

  @Override
  public void close() {
    database.close();
  }
}
