package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.SpanFilter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** Runs SQL over the spans of a filter, and reads only the blocks that may have some. */
final class Query {
  /** Blocks are read one after the other up to so many; more are read together. */
  private static final int RUNS = 32;

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
    return from(filter, where.tokens());
  }

  String from(SpanFilter filter, long[] tokens) {
    if (tokens.length == 0) {
      return "spans";
    }
    return blocks.runs(tokens, filter.range(), RUNS).stream()
        .map(run -> "SELECT * FROM spans WHERE block BETWEEN " + run.from() + " AND " + run.to())
        .collect(Collectors.joining(" UNION ALL ", "(", ")"));
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
