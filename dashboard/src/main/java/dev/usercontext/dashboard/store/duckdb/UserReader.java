package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.AttributesJson;
import dev.usercontext.dashboard.store.NamedTotals;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.Totals;
import dev.usercontext.dashboard.store.TraceRow;
import dev.usercontext.dashboard.store.UserRow;
import dev.usercontext.dashboard.store.UserSummary;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.duckdb.DuckDBConnection;

/** What is known about one user. */
final class UserReader {
  private static final int TRACES = 20;

  private final Query query;
  private final String attributePrefix;

  UserReader(Query query, String attributePrefix) {
    this.query = query;
    this.attributePrefix = attributePrefix;
  }

  Optional<UserSummary> summary(DuckDBConnection connection, String id, SpanFilter filter)
      throws SQLException {
    if (filter.user() != null && !filter.user().equals(id)) {
      return Optional.empty();
    }
    SpanFilter own = filter.toBuilder().user(id).build();
    List<NamedTotals> models = by(connection, "model", own, true);
    Where where = query.where(own);
    UserRow user =
        Query.rows(
                connection,
                "SELECT arg_max(user_email, start_nanos), min(start_nanos), max(start_nanos), "
                    + TotalColumns.SELECT
                    + from(own, where),
                where.parameters(),
                row ->
                    new UserRow(
                        id,
                        row.getString(1),
                        TotalColumns.read(row, 4),
                        models.stream().map(NamedTotals::name).sorted().toList(),
                        row.getLong(2),
                        row.getLong(3)))
            .get(0);
    if (user.totals().spans() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new UserSummary(
            user,
            models,
            by(connection, "agent", own, false),
            by(connection, "service", own, false),
            attributes(connection, own),
            traces(connection, own)));
  }

  private String from(SpanFilter filter, Where where) {
    return " FROM " + query.from(filter, where) + " WHERE " + where.sql();
  }

  private List<NamedTotals> by(
      DuckDBConnection connection, String column, SpanFilter own, boolean llmCalls)
      throws SQLException {
    Where where = query.where(own).and(column + " IS NOT NULL");
    if (llmCalls) {
      where.and(Where.IS_LLM_CALL);
    }
    return Query.rows(
        connection,
        "SELECT "
            + column
            + ", "
            + TotalColumns.SELECT
            + from(own, where)
            + " GROUP BY 1 ORDER BY cost DESC, spans DESC, 1",
        where.parameters(),
        row -> new NamedTotals(row.getString(1), TotalColumns.read(row, 2)));
  }

  private Map<String, Object> attributes(DuckDBConnection connection, SpanFilter own)
      throws SQLException {
    Where where = query.where(own).and("user_attributes IS NOT NULL");
    Map<String, Object> attributes = new TreeMap<>();
    Query.rows(
        connection,
        "SELECT user_attributes, max(start_nanos)" + from(own, where) + " GROUP BY 1 ORDER BY 2, 1",
        where.parameters(),
        row -> {
          AttributesJson.read(row.getString(1))
              .forEach(
                  (key, value) -> attributes.put(key.substring(attributePrefix.length()), value));
          return attributes;
        });
    return attributes;
  }

  private List<TraceRow> traces(DuckDBConnection connection, SpanFilter own) throws SQLException {
    Where where = query.where(own);
    return Query.rows(
        connection,
        "SELECT trace_id, min(start_nanos) AS first,"
            + " max(start_nanos + duration_nanos) - min(start_nanos),"
            + " arg_min(name, (parent_id IS NOT NULL, start_nanos, span_id)),"
            + " arg_min(service, (parent_id IS NOT NULL, start_nanos, span_id)), "
            + TotalColumns.SELECT
            + from(own, where)
            + " AND trace_id IN (SELECT trace_id"
            + from(own, where)
            + " GROUP BY trace_id ORDER BY min(start_nanos) DESC, trace_id LIMIT "
            + TRACES
            + ") GROUP BY trace_id ORDER BY first DESC, trace_id",
        twice(where.parameters()),
        row -> {
          Totals totals = TotalColumns.read(row, 6);
          return new TraceRow(
              Ids.trace((UUID) row.getObject(1)),
              row.getString(4),
              row.getString(5),
              row.getLong(2),
              row.getLong(3),
              totals);
        });
  }

  private static List<Object> twice(List<Object> parameters) {
    return java.util.stream.Stream.concat(parameters.stream(), parameters.stream()).toList();
  }
}
