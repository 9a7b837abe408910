package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.AttributesJson;
import dev.usercontext.dashboard.store.NamedTotals;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.Totals;
import dev.usercontext.dashboard.store.UserRow;
import dev.usercontext.dashboard.store.UserSummary;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** What is known about one user. */
final class UserReader {
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
    work(connection, own, by);
    List<NamedTotals> models = by.getOrDefault("model", List.of());
    return Optional.of(
        new UserSummary(
            new UserRow(
                id,
                user.email(),
                user.totals(),
                models.stream().map(NamedTotals::name).sorted().toList(),
                user.firstSeenNanos(),
                user.lastSeenNanos()),
            models,
            by.getOrDefault("agent", List.of()),
            by.getOrDefault("service", List.of()),
            attributes(connection, own),
            new TraceReader(query).newest(connection, own, user.lastSeenNanos())));
  }

  /** Sums of the user, which are returned, and of each of its services. */
  private UserRow sums(
      DuckDBConnection connection, String id, SpanFilter own, Map<String, List<NamedTotals>> by)
      throws SQLException {
    Query.Source sums = query.sums(SumTable.USERS, own);
    List<UserRow> user = new ArrayList<>();
    Query.rows(
        connection,
        "SELECT arg_max(user_email, last) FILTER (user_email IS NOT NULL), min(first), max(last),"
            + " service, grouping(service), "
            + TotalColumns.SUMS
            + " FROM "
            + sums.sql()
            + " GROUP BY GROUPING SETS ((), (service)) ORDER BY cost DESC, spans DESC, service",
        sums.parameters(),
        row -> {
          Totals totals = TotalColumns.read(row, 6);
          if (row.getInt(5) == 0) {
            return named(by, "service", row.getString(4), totals);
          }
          return user.add(
              new UserRow(id, row.getString(1), totals, List.of(), row.getLong(2), row.getLong(3)));
        });
    return user.get(0);
  }

  /** Sums of the user's models and agents, in one scan. */
  private void work(DuckDBConnection connection, SpanFilter own, Map<String, List<NamedTotals>> by)
      throws SQLException {
    Where where = query.where(own).and("agent IS NOT NULL OR model IS NOT NULL AND role = 0");
    Query.rows(
        connection,
        "SELECT model, role, agent, grouping(model), "
            + TotalColumns.SELECT
            + from(own, where)
            + " GROUP BY GROUPING SETS ((model, role), (agent))"
            + " ORDER BY cost DESC, spans DESC, model, agent",
        where.parameters(),
        row -> {
          Totals totals = TotalColumns.read(row, 5);
          if (row.getInt(4) != 0) {
            return named(by, "agent", row.getString(3), totals);
          }
          boolean call = row.getObject(2) != null && row.getInt(2) == 0;
          return call && named(by, "model", row.getString(1), totals);
        });
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
    Query.Source sums = query.sums(SumTable.USERS, own);
    Map<String, Object> attributes = new TreeMap<>();
    Query.rows(
        connection,
        "SELECT user_attributes, max(last) FROM "
            + sums.sql()
            + " WHERE user_attributes IS NOT NULL GROUP BY 1 ORDER BY 2, 1",
        sums.parameters(),
        row -> {
          AttributesJson.read(row.getString(1))
              .forEach(
                  (key, value) -> attributes.put(key.substring(attributePrefix.length()), value));
          return attributes;
        });
    return attributes;
  }
}
