package dev.usercontext.dashboard.web;

import dev.usercontext.dashboard.query.InvalidQueryException;
import dev.usercontext.dashboard.query.Params;
import dev.usercontext.dashboard.query.Ranges;
import dev.usercontext.dashboard.store.AuditQuery;
import dev.usercontext.dashboard.store.CostQuery;
import dev.usercontext.dashboard.store.CostQuery.Bucket;
import dev.usercontext.dashboard.store.CostQuery.GroupBy;
import dev.usercontext.dashboard.store.GraphQuery;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.UserQuery;
import java.util.Arrays;
import java.util.Locale;

/** From parameters to the questions of the store: the same for pages, API and exports. */
public final class Queries {
  private static final String ATTRIBUTE = "attribute:";

  private Queries() {}

  /** {@code sort}, {@code dir}, {@code find}, {@code offset}, {@code limit}. */
  public static UserQuery users(Params params, SpanFilter filter, int rows) {
    UserQuery.Column column = one(UserQuery.Column.class, params, "sort", UserQuery.Column.COST);
    boolean text = column == UserQuery.Column.USER_ID || column == UserQuery.Column.EMAIL;
    String direction = params.get("dir", text ? "asc" : "desc");
    if (!direction.equals("asc") && !direction.equals("desc")) {
      throw new InvalidQueryException("dir is asc or desc: " + direction);
    }
    return new UserQuery(
        filter,
        params.get("find"),
        column,
        direction.equals("desc"),
        number(params, "offset", 0, 0, 1_000_000_000),
        number(params, "limit", rows, 1, 1_000));
  }

  /** {@code sort}, {@code after}, {@code limit}. */
  public static AuditQuery audit(Params params, SpanFilter filter, int rows) {
    return new AuditQuery(
        filter,
        one(AuditQuery.Order.class, params, "sort", AuditQuery.Order.NEWEST),
        params.get("after"),
        number(params, "limit", rows, 1, 1_000));
  }

  /** {@code by}, {@code per}, {@code top}. */
  public static CostQuery cost(Params params, SpanFilter filter) {
    String by = params.get("by", "user");
    boolean attribute = by.startsWith(ATTRIBUTE);
    if (by.equals("attribute")) {
      throw new InvalidQueryException("by=attribute:KEY names the attribute");
    }
    return new CostQuery(
        filter,
        attribute ? GroupBy.ATTRIBUTE : one(GroupBy.class, params, "by", GroupBy.USER),
        attribute ? by.substring(ATTRIBUTE.length()) : null,
        one(Bucket.class, params, "per", bucket(params)),
        number(params, "top", 10, 1, 100));
  }

  private static Bucket bucket(Params params) {
    return switch (Ranges.name(params)) {
      case "1h", "24h" -> Bucket.HOUR;
      default -> Bucket.DAY;
    };
  }

  /** {@code users}. */
  public static GraphQuery graph(Params params, SpanFilter filter) {
    return new GraphQuery(filter, number(params, "users", 12, 0, 1_000));
  }

  /** A parameter that has to be there. */
  public static String required(Params params, String name) {
    String value = params.get(name);
    if (value == null) {
      throw new InvalidQueryException(name + " is missing");
    }
    return value;
  }

  /** A whole number within bounds. */
  public static int number(Params params, String name, int otherwise, int min, int max) {
    String text = params.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new InvalidQueryException(name + " is a number from " + min + " to " + max + ": " + text);
  }

  /** A constant as it stands in an address. */
  public static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E one(Class<E> type, Params params, String name, E otherwise) {
    String text = params.get(name);
    if (text == null) {
      return otherwise;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    String all = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
    throw new InvalidQueryException(name + " is one of " + all + ": " + text);
  }
}
