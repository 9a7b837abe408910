package dev.usercontext.dashboard.store.opensearch;

import dev.usercontext.dashboard.store.AttributeCondition;
import dev.usercontext.dashboard.store.Edge;
import dev.usercontext.dashboard.store.Node;
import dev.usercontext.dashboard.store.NodeKind;
import dev.usercontext.dashboard.store.NumberRange;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanText;
import dev.usercontext.dashboard.store.TimeRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A filter as a query. */
final class Where {
  private static final Map<String, String> FIELDS =
      Map.of(
          "user_id", "user",
          "user_email", "email",
          "service", "service",
          "environment", "environment",
          "model", "model",
          "agent", "agent",
          "tool", "tool",
          "name", "name");

  private final List<Object> all = new ArrayList<>();
  private final List<Object> none = new ArrayList<>();

  private Where() {}

  static Where of(SpanFilter filter) {
    Where where = new Where();
    where.range(filter.range());
    where.text("environment", filter.environment());
    where.text("service", filter.service());
    where.text("name", filter.name());
    where.text("user", filter.user());
    where.text("model", filter.model());
    where.text("agent", filter.agent());
    where.text("tool", filter.tool());
    if (filter.kind() != null) {
      where.term("kind", filter.kind().ordinal());
    }
    if (filter.status() != null) {
      where.term("status", filter.status().ordinal());
    }
    if (filter.withUser() != null) {
      (filter.withUser() ? where.all : where.none).add(existing("user"));
    }
    where.range("cost", filter.costNanoUsd());
    where.range("duration", filter.durationNanos());
    if (filter.costUnknown()) {
      where.term("unknown", 1);
    }
    if (filter.onlyLlmCalls()) {
      where.calls();
    }
    filter.attributes().forEach(where::attribute);
    if (filter.text() != null) {
      for (String phrase : SpanText.phrases(filter.text())) {
        where.and(Map.of("match_phrase", Map.of("words", phrase)));
      }
    }
    if (filter.edge() != null) {
      where.edge(filter.edge());
    }
    return where;
  }

  Where and(Object query) {
    all.add(query);
    return this;
  }

  Where not(Object query) {
    none.add(query);
    return this;
  }

  /** LLM calls only. */
  Where calls() {
    return term("calls", 1);
  }

  Where term(String field, Object value) {
    return and(equal(field, value));
  }

  private static Object equal(String field, Object value) {
    return Map.of("term", Map.of(field, value));
  }

  Where terms(String field, List<String> values) {
    return and(Map.of("terms", Map.of(field, values)));
  }

  /** The field that a key means; null for an attribute. */
  static @Nullable String field(String key) {
    return FIELDS.get(key);
  }

  static Object existing(String field) {
    return Map.of("exists", Map.of("field", field));
  }

  /** As a query that does not rank, and whose parts are remembered by the cluster. */
  Map<String, Object> query() {
    return Map.of("bool", Map.of("filter", all, "must_not", none));
  }

  private void text(String field, @Nullable String value) {
    if (value != null) {
      term(field, Terms.of(value));
    }
  }

  private void range(TimeRange range) {
    Map<String, Object> bounds = Json.object();
    if (range.fromNanos() != Long.MIN_VALUE) {
      bounds.put("gte", range.fromNanos());
    }
    if (range.toNanos() != Long.MAX_VALUE) {
      bounds.put("lt", range.toNanos());
    }
    if (!bounds.isEmpty()) {
      and(Map.of("range", Map.of("start", bounds)));
    }
  }

  private void range(String field, NumberRange range) {
    if (!range.isAny()) {
      and(Map.of("range", Map.of(field, Json.object("gte", range.min(), "lte", range.max()))));
    }
  }

  private void attribute(AttributeCondition condition) {
    String key = condition.key();
    String value = condition.value();
    String field = field(key);
    Object equal = field == null ? equal(condition) : equal(field, Terms.of(value));
    Object there = field == null ? equal("keys", Terms.of(key)) : existing(field);
    switch (condition.operator()) {
      case EQUALS -> and(equal);
      case NOT_EQUALS -> not(equal);
      case EXISTS -> and(there);
      case MISSING -> not(there);
      case GREATER -> number(key, "gt", value, "lte", Double.MAX_VALUE);
      case GREATER_OR_EQUAL -> number(key, "gte", value, "lte", Double.MAX_VALUE);
      case LESS -> number(key, "lt", value, "gte", -Double.MAX_VALUE);
      case LESS_OR_EQUAL -> number(key, "lte", value, "gte", -Double.MAX_VALUE);
    }
  }

  private static Object equal(AttributeCondition condition) {
    Set<String> values = new LinkedHashSet<>();
    values.add(Terms.attribute(condition.key(), condition.value()));
    String number = condition.number();
    if (number != null) {
      values.add(Terms.attribute(condition.key(), number));
    }
    return Map.of("terms", Map.of("attributes", values));
  }

  /** With a bound on the other side, too: older documents have terms of what is not finite. */
  private void number(String key, String comparison, String value, String other, double bound) {
    and(
        Map.of(
            "range",
            Map.of(
                "numbers",
                Map.of(
                    comparison,
                    Terms.number(key, Double.parseDouble(value)),
                    other,
                    Terms.number(key, bound)))));
  }

  private void edge(Edge edge) {
    Edge wanted = edge;
    if (edge.from().kind() == NodeKind.USER) {
      text("user", edge.from().name());
      wanted = new Edge(new Node(NodeKind.USER, ""), edge.to());
    }
    term("edge", Terms.edge(wanted));
  }
}
