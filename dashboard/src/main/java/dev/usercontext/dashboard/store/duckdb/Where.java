package dev.usercontext.dashboard.store.duckdb;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.usercontext.dashboard.model.LlmRole;
import dev.usercontext.dashboard.store.AttributeCondition;
import dev.usercontext.dashboard.store.AttributeCondition.Operator;
import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import dev.usercontext.dashboard.store.NumberRange;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanText;
import dev.usercontext.dashboard.store.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter as SQL. What people typed goes in as parameters, never as text. */
final class Where {
  /** The only spans that cost something. */
  static final String IS_LLM_CALL = "role = " + SpanColumns.number(LlmRole.MODEL_CALL);

  private static final String EDGE_NONE = "false";

  private final StringBuilder sql = new StringBuilder("true");
  private final List<Object> parameters = new ArrayList<>();
  private final List<Long> tokens = new ArrayList<>();

  private final String userAttributePrefix;

  private Where(String userAttributePrefix) {
    this.userAttributePrefix = userAttributePrefix;
  }

  static Where of(SpanFilter filter, EdgeNames names, String userAttributePrefix) {
    Where where = new Where(userAttributePrefix);
    where.range(filter.range());
    where.equal("environment", filter.environment());
    where.equal("service", filter.service());
    where.equal("name", filter.name());
    if (filter.kind() != null) {
      where.and("kind = " + filter.kind().ordinal());
    }
    if (filter.user() != null) {
      where.user(filter.user());
    }
    if (filter.withUser() != null) {
      where.and(filter.withUser() ? "user_id IS NOT NULL" : "user_id IS NULL");
    }
    where.equal("model", filter.model());
    where.equal("agent", filter.agent());
    where.equal("tool", filter.tool());
    if (filter.status() != null) {
      where.and("status = " + filter.status().ordinal());
    }
    where.range("cost", filter.costNanoUsd());
    if (filter.costUnknown()) {
      where.and(IS_LLM_CALL + " AND cost IS NULL");
    }
    where.range("duration_nanos", filter.durationNanos());
    filter.attributes().forEach(where::attribute);
    if (filter.text() != null) {
      for (String phrase : SpanText.phrases(filter.text())) {
        where.and("contains(words, ?)", phrase);
        SpanTokens.words(phrase, where.tokens::add);
      }
    }
    if (filter.onlyLlmCalls()) {
      where.and(IS_LLM_CALL);
    }
    if (filter.edge() != null) {
      where.edge(filter.edge(), names.all());
    }
    return where;
  }

  /** What of the filter the blocks' filters know; empty if nothing. */
  long[] tokens() {
    return tokens.stream().mapToLong(Long::longValue).toArray();
  }

  void range(TimeRange range) {
    if (range.fromNanos() != Long.MIN_VALUE) {
      and("start_nanos >= " + range.fromNanos());
    }
    if (range.toNanos() != Long.MAX_VALUE) {
      and("start_nanos < " + range.toNanos());
    }
  }

  Where and(String condition, Object... values) {
    sql.append(" AND (").append(condition).append(')');
    parameters.addAll(List.of(values));
    return this;
  }

  private void equal(String column, @Nullable String value) {
    if (value != null) {
      and(column + " = ?", value);
    }
  }

  private void user(String id) {
    and("user_id = ?", id);
  }

  private void range(String column, NumberRange range) {
    if (range.min() != null) {
      and(column + " >= " + range.min());
    }
    if (range.max() != null) {
      and(column + " <= " + range.max());
    }
  }

  private void attribute(AttributeCondition condition) {
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
        and(
            "contains(%1$s, ?) OR contains(%1$s, ?) OR contains(resource, ?) OR contains(resource, ?)"
                .formatted(column),
            asText,
            asIs,
            asText,
            asIs);
        and(value + " = ?", pointer, pointer, text);
        tokens.add(SpanTokens.attribute(key, text));
      }
      case NOT_EQUALS -> and(value + " IS DISTINCT FROM ?", pointer, pointer, text);
      case EXISTS -> and(value + " IS NOT NULL", pointer, pointer);
      default ->
          and(
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

  private void edge(Edge edge, Map<Integer, Edge> names) {
    Edge wanted = edge;
    if (edge.from().kind() == NodeKind.USER) {
      user(edge.from().name());
      wanted = new Edge(new Node(NodeKind.USER, ""), edge.to());
    }
    String number = EDGE_NONE;
    for (Map.Entry<Integer, Edge> entry : names.entrySet()) {
      if (entry.getValue().equals(wanted)) {
        number = "edge = " + entry.getKey();
      }
    }
    and(number);
  }

  /** The condition, without the word WHERE. */
  String sql() {
    return sql.toString();
  }

  List<Object> parameters() {
    return parameters;
  }
}
