package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.TimeRange;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** Runs SQL over the spans of a filter, and reads only the blocks that may have some. */
final class Query {
  /** Runs of blocks that a statement tells apart; of more, the nearest are read together. */
  private static final int RUNS = 128;

  /** Blocks that are read at once. */
  private static final int FEW = 24;

  /** What becomes of a row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Blocks blocks;
  private final EdgeNames names;
  private final String userAttributePrefix;

  Query(Blocks blocks, EdgeNames names, String userAttributePrefix) {
    this.blocks = blocks;
    this.names = names;
    this.userAttributePrefix = userAttributePrefix;
  }

  EdgeNames names() {
    return names;
  }

  Blocks blocks() {
    return blocks;
  }

  Where where(SpanFilter filter) {
    return Where.of(filter, names, userAttributePrefix);
  }

  /** What to select from: the table, or those blocks of it that may have what is looked for. */
  String from(SpanFilter filter, Where where) {
    return where.hasTokens() ? from(blocks.runs(filter.range(), RUNS, where::mayBeIn)) : "spans";
  }

  /** The blocks that may have spans with any of these tokens. */
  String fromAny(TimeRange range, long[] tokens) {
    return from(blocks.runs(range, RUNS, block -> block.mayContainAny(tokens)));
  }

  private static String from(Runs runs) {
    return "(SELECT * FROM spans WHERE " + runs.sql() + ")";
  }

  /** Whether few blocks may have spans of the filter: then one look is enough. */
  boolean isRare(SpanFilter filter) {
    Where where = where(filter);
    return where.hasTokens()
        && blocks.runs(filter.range(), FEW + 1, where::mayBeIn).blocks(blocks.open()) <= FEW;
  }

  /** A subquery, and its parameters. */
  record Source(String sql, List<Object> parameters) {}

  /** Sums of the spans of a filter: those that are kept, and spans where these do not answer. */
  Source sums(SumTable table, SpanFilter filter) {
    Blocks.Parts parts = blocks.parts(filter.range());
    Where where = where(filter);
    if (!table.answers(filter) || parts.whole().size() + parts.parts().size() > RUNS) {
      return new Source(
          "(SELECT " + table.one() + " FROM " + from(filter, where) + " WHERE " + where.sql() + ")",
          where.parameters());
    }
    Where rest = where(filter.toBuilder().range(TimeRange.ALL).build());
    String spans =
        "SELECT "
            + table.one()
            + " FROM spans WHERE "
            + parts.parts().sql()
            + " AND "
            + where.sql();
    if (parts.whole().isEmpty()) {
      return new Source("(" + spans + ")", where.parameters());
    }
    List<Object> parameters = new ArrayList<>(rest.parameters());
    parameters.addAll(where.parameters());
    return new Source(
        "(SELECT * EXCLUDE block FROM "
            + table.table()
            + " WHERE "
            + parts.whole().sql()
            + " AND "
            + rest.sql()
            + " UNION ALL "
            + spans
            + ")",
        parameters);
  }

  /** The rows of a statement with the parameters of the conditions, in their order. */
  static <T> List<T> rows(
      DuckDBConnection connection, String sql, List<Object> parameters, Row<T> row)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(row.read(result));
        }
        return rows;
      }
    }
  }
}
