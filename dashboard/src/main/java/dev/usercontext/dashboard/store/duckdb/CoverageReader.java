package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.store.Coverage;
import dev.usercontext.dashboard.store.SpanFilter;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** How many spans have a user. */
final class CoverageReader {
  private static final long DAY = 86_400_000_000_000L;
  private static final int NAMES = 100;

  private final Query query;

  CoverageReader(Query query) {
    this.query = query;
  }

  Coverage coverage(DuckDBConnection connection, SpanFilter filter) throws SQLException {
    SpanKind[] kinds = SpanKind.values();
    Where where = query.where(filter);
    String from = " FROM " + query.from(filter, where) + " WHERE " + where.sql();
    List<Coverage.Row> rows =
        Query.rows(
            connection,
            "SELECT service, kind, start_nanos - ((start_nanos % "
                + DAY
                + ") + "
                + DAY
                + ") % "
                + DAY
                + " AS day, count(*), count(user_id)"
                + from
                + " GROUP BY ALL ORDER BY 1, 2, 3",
            where.parameters(),
            row ->
                new Coverage.Row(
                    row.getString(1),
                    kinds[row.getInt(2)],
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5)));
    List<Coverage.Name> without =
        Query.rows(
            connection,
            "SELECT service, kind, name, count(*), count(user_id)"
                + from
                + " GROUP BY 1, 2, 3 HAVING count(*) > count(user_id)"
                + " ORDER BY count(*) - count(user_id) DESC, service, kind, name LIMIT "
                + NAMES,
            where.parameters(),
            row ->
                new Coverage.Name(
                    row.getString(1),
                    kinds[row.getInt(2)],
                    row.getString(3),
                    row.getLong(4) - row.getLong(5),
                    row.getLong(5)));
    return new Coverage(rows, without);
  }
}
