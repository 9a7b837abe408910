package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.LlmRole;
import dev.usercontext.dashboard.store.AttributeCondition;
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
  private final List<long[]> tokens = new ArrayList<>();

  private Where() {}

  static Where of(SpanFilter filter, EdgeNames names, String userAttributePrefix) {
    Where where = new Where();
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
    for (AttributeCondition condition : filter.attributes()) {
      AttributeWhere.add(where, condition, userAttributePrefix);
    }
    if (filter.text() != null) {
      for (String phrase : SpanText.phrases(filter.text())) {
        where.last("contains(words, ?)", phrase);
        SpanTokens.words(phrase, where::token);
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

  /** What the filter of a block has to know: any of these. */
  void token(long... any) {
    tokens.add(any);
  }

  /** Whether the blocks' filters know something of this. */
  boolean hasTokens() {
    return !tokens.isEmpty();
  }

  /** Whether a block with this filter may have spans that match. */
  boolean mayBeIn(BloomFilter block) {
    for (long[] any : tokens) {
      if (!block.mayContainAny(any)) {
        return false;
      }
    }
    return true;
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

  /**
   * A condition on a column that is large on disk. The database would look at it first, for all
   * rows; what it can't push down into the scan it looks at last, for those that are left.
   */
  void last(String condition, Object... values) {
    and("CASE WHEN block >= 0 THEN " + condition + " END", values);
  }

  private void equal(String column, @Nullable String value) {
    if (value != null) {
      and(column + " = ?", value);
    }
  }

  private void user(String id) {
    and("user_id = ?", id);
    token(SpanTokens.user(id));
  }

  private void range(String column, NumberRange range) {
    if (range.min() != null) {
      and(column + " >= " + range.min());
    }
    if (range.max() != null) {
      and(column + " <= " + range.max());
    }
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
