package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.Suggestion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** Keys and values that the newest spans have: what people type is most often among them. */
final class SuggestionReader {
  private static final int BLOCKS = 5;

  private final Query query;

  SuggestionReader(Query query) {
    this.query = query;
  }

  List<Suggestion> keys(DuckDBConnection connection, String prefix, SpanFilter filter, int limit)
      throws SQLException {
    Where where = newest(filter);
    List<Object> parameters = new ArrayList<>(where.parameters());
    parameters.add(prefix);
    return Query.rows(
        connection,
        "SELECT key, count(*) FROM (SELECT unnest(list_distinct("
            + "json_keys(attributes) || json_keys(resource))) AS key FROM spans WHERE "
            + where.sql()
            + ") WHERE starts_with(key, ?) GROUP BY key ORDER BY count(*) DESC, key LIMIT "
            + limit,
        parameters,
        row -> new Suggestion(row.getString(1), row.getLong(2)));
  }

  List<Suggestion> values(
      DuckDBConnection connection, String key, String prefix, SpanFilter filter, int limit)
      throws SQLException {
    Where where = query.where(filter);
    String column = key;
    List<Object> parameters = new ArrayList<>();
    if (!AttributeWhere.isColumn(key)) {
      where = newest(filter);
      column = "coalesce(attributes ->> ?, resource ->> ?)";
      parameters.add(AttributeWhere.pointer(key));
      parameters.add(AttributeWhere.pointer(key));
    }
    parameters.addAll(where.parameters());
    parameters.add(prefix);
    return Query.rows(
        connection,
        "SELECT value, count(*) FROM (SELECT "
            + column
            + " AS value FROM spans WHERE "
            + where.sql()
            + ") WHERE starts_with(lower(value), lower(?))"
            + " GROUP BY value ORDER BY count(*) DESC, value LIMIT "
            + limit,
        parameters,
        row -> new Suggestion(row.getString(1), row.getLong(2)));
  }

  private Where newest(SpanFilter filter) {
    return query.where(filter).and("block >= " + query.blocks().newest(filter.range(), BLOCKS));
  }
}
