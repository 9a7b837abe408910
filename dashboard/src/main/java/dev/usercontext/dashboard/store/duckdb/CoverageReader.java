package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.store.Coverage;
import dev.usercontext.dashboard.store.SpanFilter;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** How many spans have a user. */
final class CoverageReader {
  private static final int NAMES = 100;

  private final Query query;

  CoverageReader(Query query) {
    this.query = query;
  }

  Coverage coverage(DuckDBConnection connection, SpanFilter filter) throws SQLException {
    SpanKind[] kinds = SpanKind.values();
    Query.Source sums = query.sums(SumTable.NAMES, filter);
    String from = " FROM " + sums.sql();
    List<Coverage.Row> rows =
        Query.rows(
            connection,
            "SELECT service, kind, day, sum(spans)::BIGINT, sum(with_user)::BIGINT"
                + from
                + " GROUP BY ALL ORDER BY 1, 2, 3",
            sums.parameters(),
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
            "SELECT service, kind, name, sum(spans)::BIGINT AS named, sum(with_user)::BIGINT AS users"
                + from
                + " GROUP BY 1, 2, 3 HAVING named > users"
                + " ORDER BY named - users DESC, service, kind, name LIMIT "
                + NAMES,
            sums.parameters(),
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
