package dev.usercontext.dashboard.query;

import static dev.usercontext.dashboard.store.AttributeCondition.Operator;

import dev.usercontext.dashboard.store.AttributeCondition;
import dev.usercontext.dashboard.store.NumberRange;
import dev.usercontext.dashboard.store.SpanFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The language of the search box: {@code timeout user_id:u-42 plan:pro cost>0.01 status:error}. All
 * parts have to hold. A word is looked for in names and values; {@code key:value}, {@code
 * -key:value}, {@code key>1} compare, {@code key:*} asks that the key is there, {@code -key:*} that
 * it is not; quotes hold a value with spaces together, and words that follow each other.
 */
public final class QueryLanguage {
  private static final int MOST_TOKENS = 40;

  private final UnaryOperator<String> keys;

  /**
   * @param keys from a key as it is typed to that of the attribute: {@code plan} to {@code
   *     user_attrs.plan}
   */
  public QueryLanguage(UnaryOperator<String> keys) {
    this.keys = keys;
  }

  /**
   * Adds what a query says to a filter.
   *
   * @throws InvalidQueryException that says what is wrong with it
   */
  public void apply(String query, SpanFilter.Builder filter) {
    List<QueryToken> tokens = QueryToken.split(query);
    if (tokens.size() > MOST_TOKENS) {
      throw new InvalidQueryException("A query has at most " + MOST_TOKENS + " parts");
    }
    List<String> words = new ArrayList<>();
    Bounds cost = new Bounds();
    Bounds latency = new Bounds();
    for (QueryToken token : tokens) {
      if (token.key().isEmpty()) {
        words.add(token.quoted() ? together(token.value()) : token.value());
      } else if (token.key().equals("cost")) {
        cost(token, cost, filter);
      } else if (token.key().equals("latency") || token.key().equals("duration")) {
        latency.add(token, Quantities.nanos("latency", token.value()));
      } else {
        condition(token, filter);
      }
    }
    if (!words.isEmpty()) {
      filter.text(String.join(" ", words));
    }
    if (cost.any()) {
      filter.costNanoUsd(cost.range());
    }
    if (latency.any()) {
      filter.durationNanos(latency.range());
    }
  }

  /**
   * Words that follow each other: a sign that is no letter holds them together, a space does not.
   */
  private static String together(String words) {
    return words.strip().replaceAll("\\s+", "-");
  }

  private static void cost(QueryToken token, Bounds bounds, SpanFilter.Builder filter) {
    if (token.operator().equals(":") && token.value().equals("unknown")) {
      filter.costUnknown(true);
    } else {
      bounds.add(token, Quantities.nanoUsd("cost", token.value()));
    }
  }

  private void condition(QueryToken token, SpanFilter.Builder filter) {
    boolean any = token.value().equals("*") && !token.quoted();
    boolean equals = token.operator().equals(":");
    String ours = Columns.key(token.key());
    if (any && "user_id".equals(ours) && (equals || token.operator().equals("!="))) {
      Columns.withUser(filter, equals);
    } else if (any || !equals || !Columns.add(filter, token.key(), token.value())) {
      check(token, any, ours);
      String key = ours == null ? keys.apply(token.key()) : ours;
      filter.attribute(new AttributeCondition(key, operator(token, any), value(token)));
    }
  }

  private static void check(QueryToken token, boolean any, @Nullable String ours) {
    if (Columns.isChoice(token.key())) {
      throw new InvalidQueryException(token.key() + " goes with " + token.key() + ":value only");
    }
    boolean compares = !token.operator().equals(":") && !token.operator().equals("!=");
    if (compares && ours != null) {
      throw new InvalidQueryException(token.key() + " is no number");
    }
    if (compares && any) {
      throw new InvalidQueryException(
          token.key() + ": * goes with " + token.key() + ":* and -" + token.key() + ":* only");
    }
  }

  private static Operator operator(QueryToken token, boolean any) {
    return switch (token.operator()) {
      case ":" -> any ? Operator.EXISTS : Operator.EQUALS;
      case "!=" -> any ? Operator.MISSING : Operator.NOT_EQUALS;
      case ">" -> Operator.GREATER;
      case ">=" -> Operator.GREATER_OR_EQUAL;
      case "<" -> Operator.LESS;
      default -> Operator.LESS_OR_EQUAL;
    };
  }

  private static String value(QueryToken token) {
    if (!token.operator().contains(">") && !token.operator().contains("<")) {
      return token.value();
    }
    try {
      return new BigDecimal(token.value().toLowerCase(Locale.ROOT)).toString();
    } catch (NumberFormatException e) {
      throw new InvalidQueryException(
          token.key() + token.operator() + " compares numbers: " + token.value());
    }
  }

  /** From-to of whole nanos, both inclusive. */
  private static final class Bounds {
    private long min = Long.MIN_VALUE;
    private long max = Long.MAX_VALUE;

    void add(QueryToken token, long value) {
      switch (token.operator()) {
        case ">" -> min = Math.max(min, value + 1);
        case ">=" -> min = Math.max(min, value);
        case "<" -> max = Math.min(max, value - 1);
        case "<=" -> max = Math.min(max, value);
        case ":" -> {
          min = Math.max(min, value);
          max = Math.min(max, value);
        }
        default ->
            throw new InvalidQueryException(
                token.key() + " goes with : > >= < <=, not with " + token.operator());
      }
    }

    boolean any() {
      return min != Long.MIN_VALUE || max != Long.MAX_VALUE;
    }

    NumberRange range() {
      return new NumberRange(
          min == Long.MIN_VALUE ? null : min, max == Long.MAX_VALUE ? null : max);
    }
  }
}
