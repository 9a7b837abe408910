package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A number for each edge of the network, so that spans are grouped by a number. An edge from a user
 * is one for all users, with "" for the name: the user is in the span. One thread adds; any reads.
 */
final class EdgeNames {
  /** No edge. */
  static final int NONE = 0;

  /** The parent has not come yet. */
  static final int PENDING = -1;

  private static final NodeKind[] KINDS = NodeKind.values();

  private final Map<Edge, Integer> numbers = new HashMap<>();
  private volatile Map<Integer, Edge> edges = new ConcurrentHashMap<>();
  private final List<Integer> unsaved = new ArrayList<>();
  private int highest;

  /**
   * Deletes those that no span has any more: a name may be that of an erased user. Within the
   * transaction that deletes the spans; {@link #load} comes after it.
   */
  static void deleteUnused(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("DELETE FROM edges WHERE edge NOT IN (SELECT DISTINCT edge FROM spans)");
    }
  }

  void load(Connection connection) throws SQLException {
    Map<Integer, Edge> loaded = new ConcurrentHashMap<>();
    numbers.clear();
    unsaved.clear();
    highest = 0;
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT * FROM edges")) {
      while (row.next()) {
        put(
            loaded,
            row.getInt(1),
            new Edge(
                new Node(KINDS[row.getInt(2)], row.getString(3)),
                new Node(KINDS[row.getInt(4)], row.getString(5))));
      }
    }
    // At once: who reads meanwhile misses none.
    edges = loaded;
  }

  private void put(Map<Integer, Edge> all, int number, Edge edge) {
    numbers.put(edge, number);
    all.put(number, edge);
    highest = Math.max(highest, number);
  }

  int number(Edge edge) {
    Integer known = numbers.get(edge);
    if (known != null) {
      return known;
    }
    int number = highest + 1;
    put(edges, number, edge);
    unsaved.add(number);
    return number;
  }

  /** Saves what is new. Within the transaction that uses it. */
  void save(Connection connection) throws SQLException {
    if (unsaved.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO edges VALUES (?, ?, ?, ?, ?)")) {
      for (int number : unsaved) {
        Edge edge = edges.get(number);
        insert.setInt(1, number);
        insert.setInt(2, edge.from().kind().ordinal());
        insert.setString(3, edge.from().name());
        insert.setInt(4, edge.to().kind().ordinal());
        insert.setString(5, edge.to().name());
        insert.execute();
      }
    }
    unsaved.clear();
  }

  Map<Integer, Edge> all() {
    return edges;
  }
}
