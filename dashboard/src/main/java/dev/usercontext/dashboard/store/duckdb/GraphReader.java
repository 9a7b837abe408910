package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Graph;
import dev.usercontext.dashboard.store.GraphBuilder;
import dev.usercontext.dashboard.store.GraphQuery;
import dev.usercontext.dashboard.store.NodeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Who called whom. */
final class GraphReader {
  private static final String SUMS =
      "latency, count(*), count(*) FILTER (status = 2), " + TotalColumns.COST;

  private final Query query;

  GraphReader(Query query) {
    this.query = query;
  }

  Graph graph(DuckDBConnection connection, GraphQuery graph) throws SQLException {
    GraphBuilder built = new GraphBuilder();
    Map<Integer, Edge> names = query.names().all();
    Where where = query.where(graph.filter()).and("edge > 0");
    Query.rows(
        connection,
        "SELECT edge, "
            + SUMS
            + " FROM "
            + query.from(graph.filter(), where)
            + " WHERE "
            + where.sql()
            + " GROUP BY ALL",
        where.parameters(),
        row -> {
          Edge edge = names.get(row.getInt(1));
          if (edge != null) {
            built.add(edge, calls(row, 2));
          }
          return edge;
        });
    return built.build(users(connection, graph, names, built));
  }

  /** Adds the users with the most calls, and says how many others there are. */
  private long users(
      DuckDBConnection connection, GraphQuery graph, Map<Integer, Edge> names, GraphBuilder built)
      throws SQLException {
    String fromUsers =
        names.entrySet().stream()
            .filter(entry -> entry.getValue().from().kind() == NodeKind.USER)
            .map(entry -> String.valueOf(entry.getKey()))
            .collect(Collectors.joining(", "));
    if (fromUsers.isEmpty()) {
      return 0;
    }
    Where where =
        query.where(graph.filter()).and("user_id IS NOT NULL AND edge IN (" + fromUsers + ")");
    long[] all = {0};
    List<@Nullable String> shown =
        Query.rows(
            connection,
            "SELECT user_id, count(*) OVER () FROM "
                + query.from(graph.filter(), where)
                + " WHERE "
                + where.sql()
                + " GROUP BY user_id ORDER BY count(*) DESC, user_id LIMIT "
                + Math.max(graph.users(), 1),
            where.parameters(),
            row -> {
              all[0] = row.getLong(2);
              return row.getString(1);
            });
    if (graph.users() == 0 || shown.isEmpty()) {
      return all[0];
    }
    where.and(
        "user_id IN (" + shown.stream().map(id -> "?").collect(Collectors.joining(", ")) + ")",
        shown.toArray());
    Query.rows(
        connection,
        "SELECT user_id, edge, "
            + SUMS
            + " FROM "
            + query.from(graph.filter(), where)
            + " WHERE "
            + where.sql()
            + " GROUP BY ALL",
        where.parameters(),
        row -> {
          Edge edge = names.get(row.getInt(2));
          if (edge != null) {
            built.add(row.getString(1), edge, calls(row, 3));
          }
          return edge;
        });
    return all[0] - shown.size();
  }

  private static GraphBuilder.Calls calls(ResultSet row, int first) throws SQLException {
    return new GraphBuilder.Calls(
        row.getInt(first), row.getLong(first + 1), row.getLong(first + 2), row.getLong(first + 3));
  }
}
