package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.Totals;
import dev.usercontext.dashboard.store.UserPage;
import dev.usercontext.dashboard.store.UserQuery;
import dev.usercontext.dashboard.store.UserQuery.Column;
import dev.usercontext.dashboard.store.UserRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The list of users. */
final class UsersReader {
  private final Search search;

  UsersReader(Search search) {
    this.search = search;
  }

  UserPage page(UserQuery page) {
    SpanFilter filter = page.filter();
    List<String> found = page.find() == null ? null : withEmail(page, page.find().strip());
    List<String> ids = page.orderBy() == Column.EMAIL ? byEmail(page, found) : ranked(page, found);
    long total = search.distinct(filter, where(page, found), "user");
    return new UserPage(ids.isEmpty() ? List.of() : rows(page, ids), total);
  }

  private static Where where(UserQuery page, @Nullable List<String> withEmail) {
    Where where = after(page);
    if (page.find() != null && !page.find().isBlank() && withEmail != null) {
      where.and(
          Map.of(
              "bool",
              Map.of(
                  "should",
                  List.of(part(page.find().strip()), Map.of("terms", Map.of("user", withEmail))))));
    }
    return where;
  }

  private static Where after(UserQuery page) {
    Where where = Where.of(page.filter()).and(Where.existing("user"));
    return page.after() == null
        ? where
        : where.and(Map.of("range", Map.of("user", Map.of("gt", Terms.of(page.after())))));
  }

  private static Object part(String text) {
    return Map.of(
        "wildcard", Map.of("find", Map.of("value", Terms.containing(Documents.lower(text)))));
  }

  /** Users who have an email with the part, the first by id: their other spans count as well. */
  private List<String> withEmail(UserQuery page, String find) {
    List<String> ids = new ArrayList<>();
    if (!find.isEmpty()) {
      Object users =
          Map.of("field", "user", "size", Search.ALL_TERMS, "order", Map.of("_key", "asc"));
      search
          .aggregate(
              page.filter(),
              after(page).and(Where.existing("email")).and(part(find)),
              Map.of("users", Map.of("terms", users)))
          .path("users")
          .path("buckets")
          .forEach(bucket -> ids.add(bucket.path("key").asText()));
    }
    return ids;
  }

  /** The ids of the page, ranked by the cluster. */
  private List<String> ranked(UserQuery page, @Nullable List<String> found) {
    String order =
        switch (page.orderBy()) {
          case USER_ID, EMAIL -> "_key";
          case SPANS -> "_count";
          case LLM_CALLS -> "calls";
          case INPUT_TOKENS -> "input";
          case OUTPUT_TOKENS -> "output";
          case COST -> "spent";
          case ERRORS -> "errors";
          case FIRST_SEEN -> "first";
          case LAST_SEEN -> "last";
        };
    Map<String, Object> rank =
        switch (order) {
          case "_key", "_count" -> Map.of();
          case "first" -> Map.of(order, Map.of("min", Map.of("field", "start")));
          case "last" -> Map.of(order, Map.of("max", Map.of("field", "start")));
          default -> Map.of(order, Sums.sum(order));
        };
    String direction = page.descending() ? "desc" : "asc";
    Object users =
        Json.object(
            "terms",
            Json.object(
                "field",
                "user",
                "size",
                Math.min(page.offset() + page.limit(), Search.ALL_TERMS),
                "shard_size",
                Search.ALL_TERMS,
                "order",
                order.equals("_key")
                    ? List.of(Map.of(order, direction))
                    : List.of(Map.of(order, direction), Map.of("_key", "asc"))),
            "aggs",
            rank.isEmpty() ? null : rank);
    List<String> ids = new ArrayList<>();
    search
        .aggregate(page.filter(), where(page, found), Map.of("users", users))
        .path("users")
        .path("buckets")
        .forEach(bucket -> ids.add(bucket.path("key").asText()));
    return List.copyOf(ids.subList(Math.min(page.offset(), ids.size()), ids.size()));
  }

  /** A text is no rank for the cluster: all users are read, with the last email of each. */
  private List<String> byEmail(UserQuery page, @Nullable List<String> found) {
    Map<String, String> emails = new LinkedHashMap<>();
    Map<String, Double> since = new HashMap<>();
    search.groups(
        page.filter(),
        where(page, found),
        List.of(Search.source("user", false), Search.source("email", true)),
        Map.of("last", Map.of("max", Map.of("field", "start"))),
        bucket -> {
          String user = bucket.path("key").path("user").asText();
          String email = Json.text(bucket.path("key"), "email");
          double last = bucket.path("last").path("value").asDouble();
          emails.putIfAbsent(user, "");
          if (email != null && (!since.containsKey(user) || last > since.get(user))) {
            emails.put(user, email);
            since.put(user, last);
          }
        });
    Comparator<String> byText =
        page.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
    Comparator<Map.Entry<String, String>> order =
        Comparator.comparing((Map.Entry<String, String> entry) -> entry.getValue().isEmpty())
            .thenComparing(Map.Entry::getValue, byText)
            .thenComparing(Map.Entry::getKey);
    return emails.entrySet().stream()
        .sorted(order)
        .skip(page.offset())
        .limit(page.limit())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What is shown of the users of the page. */
  private List<UserRow> rows(UserQuery page, List<String> ids) {
    Map<String, Object> sums = Sums.aggregations();
    sums.put("models", Map.of("filter", Map.of("term", Map.of("calls", 1)), "aggs", models()));
    sums.put("first", UserReader.seen("asc"));
    sums.put("last", UserReader.seen("desc"));
    sums.put("email", UserReader.email());
    Object users =
        Map.of(
            "terms",
            Map.of("field", "user", "size", ids.size(), "shard_size", Search.ALL_TERMS),
            "aggs",
            sums);
    Map<String, UserRow> rows = new HashMap<>();
    search
        .aggregate(
            page.filter(), Where.of(page.filter()).terms("user", ids), Map.of("users", users))
        .path("users")
        .path("buckets")
        .forEach(bucket -> rows.put(bucket.path("key").asText(), row(bucket)));
    return ids.stream().filter(rows::containsKey).map(rows::get).toList();
  }

  private static Map<String, Object> models() {
    return Map.of("names", Map.of("terms", Map.of("field", "model", "size", UserReader.NAMES)));
  }

  private static UserRow row(JsonNode bucket) {
    TreeSet<String> models = new TreeSet<>();
    bucket
        .path("models")
        .path("names")
        .path("buckets")
        .forEach(model -> models.add(model.path("key").asText()));
    Totals totals = Sums.totals(bucket);
    return new UserRow(
        bucket.path("key").asText(),
        UserReader.email(bucket.path("email")),
        totals,
        List.copyOf(models),
        UserReader.seen(bucket.path("first")),
        UserReader.seen(bucket.path("last")));
  }
}
