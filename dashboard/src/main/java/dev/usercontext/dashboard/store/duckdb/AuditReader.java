package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AuditPage;
import dev.usercontext.dashboard.store.AuditQuery;
import dev.usercontext.dashboard.store.AuditQuery.Order;
import dev.usercontext.dashboard.store.Cursor;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.TimeRange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Pages of spans, and traces. */
final class AuditReader {
  /** The newest spans are looked for in the last minute, then in the eight before, and so on. */
  private static final long FIRST_WINDOW = 60_000_000_000L;

  private static final int GROWTH = 8;

  /** So many spans tell how frequent they are. */
  private static final int ENOUGH = 8;

  private final Query query;

  AuditReader(Query query) {
    this.query = query;
  }

  AuditPage page(DuckDBConnection connection, AuditQuery page, long newest) throws SQLException {
    Cursor after = page.after() == null ? null : Cursor.decode(page.order(), page.after());
    int limit = page.limit();
    List<StoredSpan> spans =
        page.order() == Order.NEWEST
            ? newest(connection, page.filter(), after, limit + 1, newest)
            : select(connection, page.filter(), page.order(), after, limit + 1);
    if (spans.size() <= limit) {
      return new AuditPage(List.copyOf(spans), null);
    }
    List<StoredSpan> shown = List.copyOf(spans.subList(0, limit));
    return new AuditPage(shown, Cursor.of(page.order(), shown.get(limit - 1)).encode());
  }

  /** The newest are most often in a short time: it is read first. */
  private List<StoredSpan> newest(
      DuckDBConnection connection,
      SpanFilter filter,
      @Nullable Cursor after,
      int limit,
      long newestStart)
      throws SQLException {
    List<StoredSpan> spans = new ArrayList<>();
    long from = filter.range().fromNanos();
    long end = Math.min(filter.range().toNanos(), newestStart + 1);
    if (after != null) {
      end = Math.min(end, after.start() + 1);
    }
    long to = end;
    long window = query.isRare(filter) ? Long.MAX_VALUE : FIRST_WINDOW;
    while (to > from && spans.size() < limit) {
      boolean last = window > Long.MAX_VALUE / GROWTH / 2 || to < from + window;
      long begin = last ? from : to - window;
      SpanFilter part = filter.toBuilder().range(new TimeRange(begin, to)).build();
      spans.addAll(select(connection, part, Order.NEWEST, after, limit - spans.size()));
      if (last) {
        break;
      }
      to = begin;
      window = next(window, end - to, spans.size(), limit);
    }
    return spans;
  }

  /** As long as it takes for the rest, if it goes on like this; but ever longer. */
  private static long next(long window, long looked, int found, int limit) {
    if (found < ENOUGH) {
      return window * GROWTH;
    }
    double rest = 1.5 * looked * (limit - found) / found;
    return (long) Math.min(Math.max(rest, 2.0 * window), (double) window * GROWTH);
  }

  private List<StoredSpan> select(
      DuckDBConnection connection,
      SpanFilter filter,
      Order order,
      @Nullable Cursor after,
      int limit)
      throws SQLException {
    Where where = query.where(filter);
    String column =
        switch (order) {
          case NEWEST -> "start_nanos";
          case COST -> "cost";
          case LATENCY -> "duration_nanos";
        };
    if (after != null) {
      after(where, column, after);
    }
    return Query.rows(
        connection,
        "SELECT "
            + SpanColumns.SELECT
            + " FROM "
            + query.from(filter, where)
            + " WHERE "
            + where.sql()
            + " ORDER BY "
            + (order == Order.NEWEST ? "" : column + " DESC NULLS LAST, ")
            + "start_nanos DESC, trace_id, span_id LIMIT "
            + limit,
        where.parameters(),
        SpanColumns::read);
  }

  /** All spans, page after page: from what a page's cursor leads to. */
  static Stream<StoredSpan> export(Function<@Nullable String, AuditPage> pages) {
    return Stream.iterate(
            pages.apply(null),
            Objects::nonNull,
            page -> page.next() == null ? null : pages.apply(page.next()))
        .flatMap(page -> page.spans().stream());
  }

  private static void after(Where where, String column, Cursor after) {
    String rest =
        "(start_nanos < "
            + after.start()
            + " OR start_nanos = "
            + after.start()
            + " AND (trace_id > ?::UUID OR trace_id = ?::UUID AND span_id > ?))";
    Object trace = Ids.trace(after.trace()).toString();
    Object span = Ids.span(after.span());
    if (after.order() == Order.NEWEST) {
      where.and(rest, trace, trace, span);
    } else if (after.rank() == null) {
      where.and(column + " IS NULL AND " + rest, trace, trace, span);
    } else {
      where.and(
          column
              + " IS NULL OR "
              + column
              + " < "
              + after.rank()
              + " OR "
              + column
              + " = "
              + after.rank()
              + " AND "
              + rest,
          trace,
          trace,
          span);
    }
  }
}
