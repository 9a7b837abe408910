package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.Totals;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/** Sums over all spans of a filter. */
final class TotalsReader {
  private final Query query;

  TotalsReader(Query query) {
    this.query = query;
  }

  Totals totals(DuckDBConnection connection, SpanFilter filter) throws SQLException {
    Query.Source sums = query.sums(SumTable.USERS, filter);
    return Query.rows(
            connection,
            "SELECT " + TotalColumns.SUMS + " FROM " + sums.sql(),
            sums.parameters(),
            row -> TotalColumns.read(row, 1))
        .get(0);
  }
}
