package dev.usercontext.dashboard.store.duckdb;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.usercontext.dashboard.store.AttributeCondition;
import dev.usercontext.dashboard.store.AttributeCondition.Operator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A condition on an attribute as SQL: of the span, or else of its resource. What every span has is
 * in columns, a user's own are in a short one together; all others only where reading takes long.
 */
final class AttributeWhere {
  private static final Set<String> COLUMNS =
      Set.of("user_id", "user_email", "service", "environment", "model", "agent", "tool", "name");

  private AttributeWhere() {}

  /** Whether a key is a column and no attribute. */
  static boolean isColumn(String key) {
    return COLUMNS.contains(key);
  }

  static void add(Where where, AttributeCondition condition, String userAttributePrefix) {
    String key = condition.key();
    if (isColumn(key)) {
      compare(where, true, key, new Object[0], condition);
      return;
    }
    boolean own = key.startsWith(userAttributePrefix);
    if (condition.operator() == Operator.EQUALS) {
      contains(where, own, key, condition.value());
    }
    String pointer = pointer(key);
    if (own) {
      compare(where, true, "(user_attributes ->> ?)", new Object[] {pointer}, condition);
    } else {
      String value = "(coalesce(attributes ->> ?, resource ->> ?))";
      compare(where, false, value, new Object[] {pointer, pointer}, condition);
    }
  }

  /** As it stands in the JSON: quick to find, and leaves little to the exact comparison. */
  private static void contains(Where where, boolean own, String key, String text) {
    String member = '"' + quoted(key) + "\":";
    String asText = member + '"' + quoted(text) + '"';
    String asIs = member + text;
    if (own) {
      where.and("contains(user_attributes, ?) OR contains(user_attributes, ?)", asText, asIs);
    } else {
      where.and(
          "contains(attributes, ?) OR contains(attributes, ?) OR contains(resource, ?)"
              + " OR contains(resource, ?)",
          asText,
          asIs,
          asText,
          asIs);
    }
    where.token(SpanTokens.attribute(key, text));
  }

  /**
   * Compares a value.
   *
   * @param small whether the column is quick to read
   * @param value the expression, with the parameters {@code pointers}
   */
  private static void compare(
      Where where, boolean small, String value, Object[] pointers, AttributeCondition condition) {
    String text = condition.value();
    switch (condition.operator()) {
      case EQUALS -> add(where, small, value + " = ?", pointers, text);
      case NOT_EQUALS -> add(where, small, value + " IS DISTINCT FROM ?", pointers, text);
      case EXISTS -> add(where, small, value + " IS NOT NULL", pointers);
      case MISSING -> add(where, small, value + " IS NULL", pointers);
      default ->
          add(
              where,
              small,
              "try_cast(" + value + " AS DOUBLE) " + comparison(condition.operator()) + " ?",
              pointers,
              Double.valueOf(text));
    }
  }

  private static void add(
      Where where, boolean small, String condition, Object[] pointers, Object... values) {
    Object[] all = Stream.concat(Stream.of(pointers), Stream.of(values)).toArray(Object[]::new);
    if (small) {
      where.and(condition, all);
    } else {
      where.last(condition, all);
    }
  }

  private static String quoted(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  private static String comparison(Operator operator) {
    return switch (operator) {
      case GREATER -> ">";
      case GREATER_OR_EQUAL -> ">=";
      case LESS -> "<";
      default -> "<=";
    };
  }

  /** A JSON pointer: unlike a path, it takes any key. */
  static String pointer(String key) {
    return '/' + key.replace("~", "~0").replace("/", "~1");
  }
}
