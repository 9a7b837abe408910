package dev.usercontext.dashboard.store.duckdb;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.usercontext.dashboard.store.AttributeCondition;
import dev.usercontext.dashboard.store.AttributeCondition.Operator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition on an attribute as SQL: of the span, or else of its resource. What every span has is
 * in columns, a user's own are in a short one together; all others only where reading takes long.
 */
final class AttributeWhere {
  private static final Set<String> COLUMNS =
      Set.of("user_id", "user_email", "service", "environment", "model", "agent", "tool", "name");

  /** The database would read more as numbers, and what is too large for one as infinity. */
  private static final String FINITE =
      "nullif(nullif(try_cast(regexp_extract(%s, '\\A(?:"
          + AttributeCondition.NUMERIC
          + ")\\z') AS DOUBLE), 'inf'::DOUBLE), '-inf'::DOUBLE) ";

  private AttributeWhere() {}

  /** Whether a key is a column and no attribute. */
  static boolean isColumn(String key) {
    return COLUMNS.contains(key);
  }

  static void add(Where where, AttributeCondition condition, String userAttributePrefix) {
    String key = condition.key();
    if (isColumn(key)) {
      compare(where, true, key, new Object[0], condition, null);
      return;
    }
    boolean own = key.startsWith(userAttributePrefix);
    String number = condition.number();
    if (condition.operator() == Operator.EQUALS) {
      contains(where, own, key, condition.value(), number);
    }
    String pointer = pointer(key);
    if (own) {
      compare(where, true, "(user_attributes ->> ?)", new Object[] {pointer}, condition, number);
    } else {
      String value = "(coalesce(attributes ->> ?, resource ->> ?))";
      compare(where, false, value, new Object[] {pointer, pointer}, condition, number);
    }
  }

  /** As it stands in the JSON: quick to find, and leaves little to the exact comparison. */
  private static void contains(
      Where where, boolean own, String key, String text, @Nullable String number) {
    String member = '"' + quoted(key) + "\":";
    Set<String> members = new LinkedHashSet<>();
    members.add(member + '"' + quoted(text) + '"');
    members.add(member + text);
    if (number == null) {
      where.token(SpanTokens.attribute(key, text));
    } else {
      where.token(SpanTokens.attribute(key, text), SpanTokens.attribute(key, number));
      if (!number.startsWith(text)) {
        members.add(member + number);
      }
    }
    if (!own) {
      List<Object> twice = new ArrayList<>(members);
      twice.addAll(members);
      where.and(
          contains("attributes", members) + " OR " + contains("resource", members),
          twice.toArray());
    } else if (number == null) {
      // A number may stand there as the database writes it: the comparison finds it alone.
      where.and(contains("user_attributes", members), members.toArray());
    }
  }

  private static String contains(String column, Set<String> members) {
    return String.join(" OR ", Collections.nCopies(members.size(), "contains(" + column + ", ?)"));
  }

  /**
   * Compares a value.
   *
   * @param small whether the column is quick to read
   * @param value the expression, with the parameters {@code pointers}
   * @param number that the value may also be, as it is stored
   */
  private static void compare(
      Where where,
      boolean small,
      String value,
      Object[] pointers,
      AttributeCondition condition,
      @Nullable String number) {
    String text = condition.value();
    String equal = value + " = ?";
    Object[] texts = {text};
    if (number != null) {
      // The database writes a number of the JSON in its own way: let it do so with this one.
      equal = value + " IN (?, ?, ? ->> '/n')";
      texts = new Object[] {text, number, "{\"n\":" + number + '}'};
    }
    switch (condition.operator()) {
      case EQUALS -> add(where, small, equal, pointers, texts);
      case NOT_EQUALS -> add(where, small, "(" + equal + ") IS NOT TRUE", pointers, texts);
      case EXISTS -> add(where, small, value + " IS NOT NULL", pointers);
      case MISSING -> add(where, small, value + " IS NULL", pointers);
      default ->
          add(
              where,
              small,
              FINITE.formatted(value) + comparison(condition.operator()) + " ?",
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
