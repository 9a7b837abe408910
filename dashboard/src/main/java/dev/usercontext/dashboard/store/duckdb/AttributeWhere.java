package dev.usercontext.dashboard.store.duckdb;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.usercontext.dashboard.store.AttributeCondition;
import dev.usercontext.dashboard.store.AttributeCondition.Operator;
import java.util.stream.Stream;

/**
 * A condition on an attribute as SQL: of the span, or else of its resource. A user's own are in a
 * short column together; all others only where reading takes long.
 */
final class AttributeWhere {
  private AttributeWhere() {}

  static void add(Where where, AttributeCondition condition, String userAttributePrefix) {
    String key = condition.key();
    boolean own = key.startsWith(userAttributePrefix);
    String pointer = pointer(key);
    Object[] pointers = own ? new Object[] {pointer} : new Object[] {pointer, pointer};
    String value = own ? "user_attributes ->> ?" : "coalesce(attributes ->> ?, resource ->> ?)";
    String text = condition.value();
    switch (condition.operator()) {
      case EQUALS -> {
        // As it stands in the JSON: quick to find, and leaves little to the exact comparison.
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
        compare(where, own, '(' + value + ") = ?", pointers, text);
        where.token(SpanTokens.attribute(key, text));
      }
      case NOT_EQUALS -> compare(where, own, '(' + value + ") IS DISTINCT FROM ?", pointers, text);
      case EXISTS -> compare(where, own, '(' + value + ") IS NOT NULL", pointers);
      default ->
          compare(
              where,
              own,
              "try_cast(" + value + " AS DOUBLE) " + comparison(condition.operator()) + " ?",
              pointers,
              Double.valueOf(text));
    }
  }

  private static void compare(
      Where where, boolean own, String condition, Object[] pointers, Object... values) {
    Object[] all = Stream.concat(Stream.of(pointers), Stream.of(values)).toArray(Object[]::new);
    if (own) {
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
