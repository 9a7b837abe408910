package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.Suggestion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/**
 * Keys and values that the newest spans have: what people type is most often among them. Keys of a
 * user's own attributes are those of all spans, as sums have them.
 */
final class SuggestionReader {
  private static final int BLOCKS = 5;

  private final Query query;
  private final String userAttributePrefix;

  SuggestionReader(Query query, String userAttributePrefix) {
    this.query = query;
    this.userAttributePrefix = userAttributePrefix;
  }

  List<Suggestion> keys(DuckDBConnection connection, String prefix, SpanFilter filter, int limit)
      throws SQLException {
    List<Object> parameters = new ArrayList<>();
    String keys =
        prefix.startsWith(userAttributePrefix)
            ? ofUsers(filter, parameters)
            : ofNewest(filter, parameters);
    parameters.add(prefix);
    parameters.add(prefix);
    return Query.rows(
        connection,
        "SELECT key, sum(n)::BIGINT AS total FROM ("
            + keys
            + ") WHERE starts_with(key, ?) GROUP BY key ORDER BY key = ? DESC, total DESC, key LIMIT "
            + limit,
        parameters,
        row -> new Suggestion(row.getString(1), row.getLong(2)));
  }

  /** Grouped as a whole, which is quick, and only then taken apart. */
  private String ofUsers(SpanFilter filter, List<Object> parameters) {
    Query.Source sums = query.sums(SumTable.USERS, filter);
    parameters.addAll(sums.parameters());
    return "SELECT unnest(json_keys(user_attributes)) AS key, n FROM"
        + " (SELECT user_attributes, sum(spans) AS n FROM "
        + sums.sql()
        + " WHERE user_attributes IS NOT NULL GROUP BY user_attributes)";
  }

  private String ofNewest(SpanFilter filter, List<Object> parameters) {
    Where where = newest(filter);
    parameters.addAll(where.parameters());
    return "SELECT unnest(list_distinct(json_keys(attributes) || json_keys(resource))) AS key,"
        + " 1 AS n FROM spans WHERE "
        + where.sql();
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
