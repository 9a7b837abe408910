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

/** The list of users. */
final class UsersReader {

  private record Sums(String id, Totals totals, long first, long last) {}

  /** How many users there are, and those of the page. */
  private record Ranked(long total, List<Sums> users) {}

  private final Query query;

  UsersReader(Query query) {
    this.query = query;
  }

  UserPage page(DuckDBConnection connection, UserQuery page) throws SQLException {
    Where where = query.where(page.filter()).and("user_id IS NOT NULL");
    if (page.find() != null && !page.find().isBlank()) {
      found(where, page);
    }
    Ranked ranked = ranked(connection, page, where);
    Map<String, String> emails = new HashMap<>();
    Map<String, TreeSet<String>> models = new HashMap<>();
    if (!ranked.users.isEmpty()) {
      details(connection, page, ranked.users, emails, models);
    }
    List<UserRow> rows = new ArrayList<>();
    for (Sums user : ranked.users) {
      rows.add(
          new UserRow(
              user.id,
              emails.get(user.id),
              user.totals,
              List.copyOf(models.getOrDefault(user.id, new TreeSet<>())),
              user.first,
              user.last));
    }
    return new UserPage(List.copyOf(rows), ranked.total);
  }

  /** All spans of a user whose id, or any email, has the part. */
  private void found(Where where, UserQuery page) {
    Where range = query.where(page.filter());
    List<Object> values = new ArrayList<>(range.parameters());
    values.add(page.find().strip());
    values.add(page.find().strip());
    where.and(
        "user_id IN (SELECT user_id FROM spans WHERE "
            + range.sql()
            + " AND (contains(lower(user_id), lower(?)) OR contains(lower(user_email), lower(?))))",
        values.toArray());
  }

  private Ranked ranked(DuckDBConnection connection, UserQuery page, Where where)
      throws SQLException {
    String email = "arg_max(user_email, start_nanos)";
    boolean byEmail = page.orderBy() == UserQuery.Column.EMAIL;
    String order =
        switch (page.orderBy()) {
          case USER_ID -> "user_id";
          case EMAIL -> email;
          case SPANS -> "spans";
          case LLM_CALLS -> "llm_calls";
          case INPUT_TOKENS -> "input_tokens";
          case OUTPUT_TOKENS -> "output_tokens";
          case COST -> "cost";
          case ERRORS -> "errors";
          case FIRST_SEEN -> "first";
          case LAST_SEEN -> "last";
        };
    long[] total = {0};
    List<Sums> users =
        Query.rows(
            connection,
            "SELECT user_id, count(*) OVER (), min(start_nanos) AS first, max(start_nanos) AS last, "
                + TotalColumns.SELECT
                + " FROM "
                + query.from(page.filter(), where)
                + " WHERE "
                + where.sql()
                + " GROUP BY user_id ORDER BY "
                + order
                + (page.descending() ? " DESC" : " ASC")
                + (byEmail ? " NULLS LAST" : "")
                + ", user_id LIMIT "
                + page.limit()
                + " OFFSET "
                + page.offset(),
            where.parameters(),
            row -> {
              total[0] = row.getLong(2);
              return new Sums(
                  row.getString(1), TotalColumns.read(row, 5), row.getLong(3), row.getLong(4));
            });
    if (users.isEmpty() && page.offset() > 0) {
      // Past the last page there is no row that could say how many there are.
      total[0] =
          Query.rows(
                  connection,
                  "SELECT count(DISTINCT user_id) FROM "
                      + query.from(page.filter(), where)
                      + " WHERE "
                      + where.sql(),
                  where.parameters(),
                  row -> row.getLong(1))
              .get(0);
    }
    return new Ranked(total[0], users);
  }

  /** What is not sorted by is read for the users of the page only. */
  private void details(
      DuckDBConnection connection,
      UserQuery page,
      List<Sums> users,
      Map<String, String> emails,
      Map<String, TreeSet<String>> models)
      throws SQLException {
    Where where = query.where(page.filter());
    where.and(
        "user_id IN (" + users.stream().map(user -> "?").collect(Collectors.joining(", ")) + ")",
        users.stream().map(Sums::id).toArray());
    String from = " FROM " + query.from(page.filter(), where) + " WHERE " + where.sql();
    Query.rows(
        connection,
        "SELECT user_id, model"
            + from
            + " AND model IS NOT NULL AND "
            + Where.IS_LLM_CALL
            + " GROUP BY ALL",
        where.parameters(),
        row ->
            models
                .computeIfAbsent(row.getString(1), user -> new TreeSet<>())
                .add(row.getString(2)));
    // Most often the last span has the email, and is found by its time.
    Map<String, Long> last = users.stream().collect(Collectors.toMap(Sums::id, Sums::last));
    Query.rows(
        connection,
        "SELECT user_id, user_email, start_nanos"
            + from
            + " AND user_email IS NOT NULL AND start_nanos IN ("
            + last.values().stream().map(String::valueOf).collect(Collectors.joining(", "))
            + ")",
        where.parameters(),
        row ->
            last.get(row.getString(1)) == row.getLong(3)
                ? emails.put(row.getString(1), row.getString(2))
                : null);
    if (emails.size() < users.size()) {
      Query.rows(
          connection,
          "SELECT user_id, arg_max(user_email, start_nanos)"
              + from
              + " AND user_email IS NOT NULL GROUP BY 1",
          where.parameters(),
          row -> emails.put(row.getString(1), row.getString(2)));
    }
  }
}
