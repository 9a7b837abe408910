package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.LlmRole;
import dev.usercontext.dashboard.store.AttributesJson;
import dev.usercontext.dashboard.store.NamedTotals;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.Totals;
import dev.usercontext.dashboard.store.UserRow;
import dev.usercontext.dashboard.store.UserSummary;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
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
    List<NamedTotals> services = new ArrayList<>();
    UserRow user = sums(connection, id, own, services);
    if (user.totals().spans() == 0) {
      return Optional.empty();
    }
    Map<String, Totals> models = new HashMap<>();
    Map<String, Totals> agents = new HashMap<>();
    work(connection, own, models, agents);
    return Optional.of(
        new UserSummary(
            new UserRow(
                id,
                user.email(),
                user.totals(),
                models.keySet().stream().sorted().toList(),
                user.firstSeenNanos(),
                user.lastSeenNanos()),
            sorted(models),
            sorted(agents),
            List.copyOf(services),
            attributes(connection, own),
            new TraceReader(query).newest(connection, own, user.lastSeenNanos())));
  }

  /** Sums of the user, which are returned, and of each of its services. */
  private UserRow sums(
      DuckDBConnection connection, String id, SpanFilter own, List<NamedTotals> services)
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
          return row.getInt(5) == 0
              ? services.add(new NamedTotals(row.getString(4), totals))
              : user.add(
                  new UserRow(
                      id, row.getString(1), totals, List.of(), row.getLong(2), row.getLong(3)));
        });
    return user.get(0);
  }

  /** Sums of the user's models and agents, in one scan: the groups are few, and merged here. */
  private void work(
      DuckDBConnection connection,
      SpanFilter own,
      Map<String, Totals> models,
      Map<String, Totals> agents)
      throws SQLException {
    Where where = query.where(own).and("role IS NOT NULL");
    Query.rows(
        connection,
        "SELECT model, role, agent, "
            + TotalColumns.OF_CALLS
            + from(own, where)
            + " GROUP BY model, role, agent",
        where.parameters(),
        row -> {
          boolean call = row.getInt(2) == SpanColumns.number(LlmRole.MODEL_CALL);
          Totals sums = TotalColumns.read(row, 4);
          Totals totals = call ? sums : TotalColumns.withoutCalls(sums);
          if (call) {
            add(models, row.getString(1), totals);
          }
          add(agents, row.getString(3), totals);
          return totals;
        });
  }

  private static void add(Map<String, Totals> named, @Nullable String name, Totals totals) {
    if (name != null) {
      named.merge(name, totals, Totals::plus);
    }
  }

  private static List<NamedTotals> sorted(Map<String, Totals> named) {
    return named.entrySet().stream()
        .map(entry -> new NamedTotals(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong((NamedTotals one) -> one.totals().costNanoUsd())
                .thenComparingLong(one -> one.totals().spans())
                .reversed()
                .thenComparing(NamedTotals::name))
        .toList();
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
              .forEach((key, value) -> add(attributes, key, value));
          return attributes;
        });
    return attributes;
  }

  /** Older spans may have been stored when the prefix was another. */
  private void add(Map<String, Object> attributes, String key, Object value) {
    if (key.startsWith(attributePrefix)) {
      attributes.put(key.substring(attributePrefix.length()), value);
    }
  }
}
