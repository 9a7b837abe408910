package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.Totals;
import dev.usercontext.dashboard.store.UserPage;
import dev.usercontext.dashboard.store.UserQuery;
import dev.usercontext.dashboard.store.UserRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The list of users. */
final class UsersReader {

  private record Sums(String id, @Nullable String email, Totals totals, long first, long last) {}

  /** How many users there are, and those of the page. */
  private record Ranked(long total, List<Sums> users) {}

  private final Query query;

  UsersReader(Query query) {
    this.query = query;
  }

  UserPage page(DuckDBConnection connection, UserQuery page) throws SQLException {
    Ranked ranked = ranked(connection, page);
    Map<String, TreeSet<String>> models =
        ranked.users.isEmpty() ? Map.of() : models(connection, page, ranked.users);
    List<UserRow> rows = new ArrayList<>();
    for (Sums user : ranked.users) {
      rows.add(
          new UserRow(
              user.id,
              user.email,
              user.totals,
              List.copyOf(models.getOrDefault(user.id, new TreeSet<>())),
              user.first,
              user.last));
    }
    return new UserPage(List.copyOf(rows), ranked.total);
  }

  private Ranked ranked(DuckDBConnection connection, UserQuery page) throws SQLException {
    Query.Source sums = query.sums(SumTable.USERS, page.filter());
    List<Object> parameters = new ArrayList<>(sums.parameters());
    String users =
        "WITH sums AS (FROM "
            + sums.sql()
            + "), users AS (SELECT user_id,"
            + " arg_max(user_email, last) FILTER (user_email IS NOT NULL) AS email,"
            + " min(first) AS first, max(last) AS last, "
            + TotalColumns.SUMS
            + " FROM sums WHERE user_id IS NOT NULL"
            + found(page, parameters)
            + after(page, parameters)
            + " GROUP BY user_id) ";
    long[] total = {0};
    List<Sums> ranked =
        Query.rows(
            connection,
            users
                + "SELECT *, count(*) OVER () FROM users ORDER BY "
                + order(page)
                + ", user_id LIMIT "
                + page.limit()
                + " OFFSET "
                + page.offset(),
            parameters,
            row -> {
              total[0] = row.getLong(5 + TotalColumns.COUNT);
              return new Sums(
                  row.getString(1),
                  row.getString(2),
                  TotalColumns.read(row, 5),
                  row.getLong(3),
                  row.getLong(4));
            });
    if (ranked.isEmpty() && page.offset() > 0) {
      // Past the last page there is no row that could say how many there are.
      total[0] =
          Query.rows(
                  connection,
                  users + "SELECT count(*) FROM users",
                  parameters,
                  row -> row.getLong(1))
              .get(0);
    }
    return new Ranked(total[0], ranked);
  }

  /** All spans of a user whose id, or any email, has the part. */
  private static String found(UserQuery page, List<Object> parameters) {
    if (page.find() == null || page.find().isBlank()) {
      return "";
    }
    parameters.add(page.find().strip());
    parameters.add(page.find().strip());
    return " AND user_id IN (SELECT user_id FROM sums"
        + " WHERE contains(lower(user_id), lower(?)) OR contains(lower(user_email), lower(?)))";
  }

  private static String after(UserQuery page, List<Object> parameters) {
    if (page.after() == null) {
      return "";
    }
    parameters.add(page.after());
    return " AND user_id > ?";
  }

  private static String order(UserQuery page) {
    String column =
        switch (page.orderBy()) {
          case USER_ID -> "user_id";
          case EMAIL -> "email";
          case SPANS -> "spans";
          case LLM_CALLS -> "llm_calls";
          case INPUT_TOKENS -> "input_tokens";
          case OUTPUT_TOKENS -> "output_tokens";
          case COST -> "cost";
          case ERRORS -> "errors";
          case FIRST_SEEN -> "first";
          case LAST_SEEN -> "last";
        };
    return column
        + (page.descending() ? " DESC" : " ASC")
        + (page.orderBy() == UserQuery.Column.EMAIL ? " NULLS LAST" : "");
  }

  /** What is not sorted by is read for the users of the page only. */
  private Map<String, TreeSet<String>> models(
      DuckDBConnection connection, UserQuery page, List<Sums> users) throws SQLException {
    Where where = query.where(page.filter()).and("model IS NOT NULL").and(Where.IS_LLM_CALL);
    where.and(
        "user_id IN (" + users.stream().map(user -> "?").collect(Collectors.joining(", ")) + ")",
        users.stream().map(Sums::id).toArray());
    Map<String, TreeSet<String>> models = new HashMap<>();
    Query.rows(
        connection,
        "SELECT user_id, model FROM "
            + query.from(page.filter(), where)
            + " WHERE "
            + where.sql()
            + " GROUP BY ALL",
        where.parameters(),
        row ->
            models
                .computeIfAbsent(row.getString(1), user -> new TreeSet<>())
                .add(row.getString(2)));
    return models;
  }
}
