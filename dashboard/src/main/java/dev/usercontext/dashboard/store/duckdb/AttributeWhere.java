package dev.usercontext.dashboard.store.duckdb;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.usercontext.dashboard.store.AttributeCondition;
import dev.usercontext.dashboard.store.AttributeCondition.Operator;

/** A condition on an attribute as SQL: of the span, or else of its resource. */
final class AttributeWhere {
  private AttributeWhere() {}

  static void add(Where where, AttributeCondition condition, String userAttributePrefix) {
    String key = condition.key();
    String pointer = pointer(key);
    String value = "coalesce(attributes ->> ?, resource ->> ?)";
    String text = condition.value();
    switch (condition.operator()) {
      case EQUALS -> {
        // As it stands in the JSON: quick to find, and leaves little to the exact comparison. The
        // user's own are in a short column as well.
        String column = key.startsWith(userAttributePrefix) ? "user_attributes" : "attributes";
        String member = '"' + quoted(key) + "\":";
        String asText = member + '"' + quoted(text) + '"';
        String asIs = member + text;
        where.and(
            "contains(%1$s, ?) OR contains(%1$s, ?) OR contains(resource, ?) OR contains(resource, ?)"
                .formatted(column),
            asText,
            asIs,
            asText,
            asIs);
        where.last(value + " = ?", pointer, pointer, text);
        where.token(SpanTokens.attribute(key, text));
      }
      case NOT_EQUALS -> where.last(value + " IS DISTINCT FROM ?", pointer, pointer, text);
      case EXISTS -> where.last(value + " IS NOT NULL", pointer, pointer);
      default ->
          where.last(
              "try_cast(" + value + " AS DOUBLE) " + comparison(condition.operator()) + " ?",
              pointer,
              pointer,
              Double.valueOf(text));
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
