package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.AttributesJson;
import dev.usercontext.dashboard.store.NamedTotals;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.Totals;
import dev.usercontext.dashboard.store.TraceRow;
import dev.usercontext.dashboard.store.UserRow;
import dev.usercontext.dashboard.store.UserSummary;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

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
    Map<String, List<NamedTotals>> by = new HashMap<>();
    UserRow user = sums(connection, id, own, by);
    if (user.totals().spans() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new UserSummary(
            user,
            by.getOrDefault("model", List.of()),
            by.getOrDefault("agent", List.of()),
            by.getOrDefault("service", List.of()),
            attributes(connection, own),
            traces(connection, own)));
  }

  /** All sums in one scan: those of the user, which are returned, and those of each column. */
  private UserRow sums(
      DuckDBConnection connection, String id, SpanFilter own, Map<String, List<NamedTotals>> by)
      throws SQLException {
    Where where = query.where(own);
    List<UserRow> user = new ArrayList<>();
    Query.rows(
        connection,
        "SELECT arg_max(user_email, start_nanos), min(start_nanos), max(start_nanos),"
            + " model, role, agent, service, grouping(model), grouping(agent), grouping(service), "
            + TotalColumns.SELECT
            + from(own, where)
            + " GROUP BY GROUPING SETS ((), (model, role), (agent), (service))"
            + " ORDER BY cost DESC, spans DESC, model, agent, service",
        where.parameters(),
        row -> {
          Totals totals = TotalColumns.read(row, 11);
          if (row.getInt(8) == 0) {
            boolean call = row.getObject(5) != null && row.getInt(5) == 0;
            return call && named(by, "model", row.getString(4), totals);
          }
          if (row.getInt(9) == 0) {
            return named(by, "agent", row.getString(6), totals);
          }
          if (row.getInt(10) == 0) {
            return named(by, "service", row.getString(7), totals);
          }
          return user.add(
              new UserRow(id, row.getString(1), totals, List.of(), row.getLong(2), row.getLong(3)));
        });
    UserRow sum = user.get(0);
    List<String> models =
        by.getOrDefault("model", List.of()).stream().map(NamedTotals::name).sorted().toList();
    return new UserRow(
        id, sum.email(), sum.totals(), models, sum.firstSeenNanos(), sum.lastSeenNanos());
  }

  private static boolean named(
      Map<String, List<NamedTotals>> by, String column, @Nullable String name, Totals totals) {
    return name != null
        && by.computeIfAbsent(column, key -> new ArrayList<>()).add(new NamedTotals(name, totals));
  }

  private String from(SpanFilter filter, Where where) {
    return " FROM " + query.from(filter, where) + " WHERE " + where.sql();
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
