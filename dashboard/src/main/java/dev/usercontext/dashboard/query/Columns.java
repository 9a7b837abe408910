package dev.usercontext.dashboard.query;

import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.store.AttributeCondition;
import dev.usercontext.dashboard.store.SpanFilter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The keys that are no attributes but what every span has, or what was read from it. */
final class Columns {
  /** Compared with amounts and times; see {@link QueryLanguage}. */
  private static final Set<String> QUANTITIES = Set.of("cost", "latency", "duration");

  private Columns() {}

  /**
   * Adds {@code key:value}. What was asked for before still has to hold.
   *
   * @return whether the key is one of ours
   */
  static boolean add(SpanFilter.Builder filter, String key, String value) {
    SpanFilter before = filter.build();
    switch (key) {
      case "status" ->
          filter.status(onlyOne("status", before.status(), one(SpanStatus.class, "status", value)));
      case "kind" -> kind(filter, before.kind(), value);
      case "llm" -> filter.onlyLlmCalls(truth(key, value) || before.onlyLlmCalls());
      case "attributed" -> withUser(filter, truth(key, value));
      default -> {
        String column = key(key);
        return column != null && text(filter, before, column, value);
      }
    }
    return true;
  }

  private static boolean text(
      SpanFilter.Builder filter, SpanFilter before, String column, String value) {
    switch (column) {
      case "user_id" -> text(filter, column, before.user(), value, filter::user);
      case "service" -> text(filter, column, before.service(), value, filter::service);
      case "environment" -> text(filter, column, before.environment(), value, filter::environment);
      case "model" -> text(filter, column, before.model(), value, filter::model);
      case "agent" -> text(filter, column, before.agent(), value, filter::agent);
      case "tool" -> text(filter, column, before.tool(), value, filter::tool);
      case "name" -> text(filter, column, before.name(), value, filter::name);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A filter has room for one value; another one is a further condition. */
  private static void text(
      SpanFilter.Builder filter,
      String column,
      @Nullable String before,
      String value,
      Consumer<String> set) {
    if (before == null) {
      set.accept(value);
    } else if (!before.equals(value)) {
      filter.attribute(AttributeCondition.equalTo(column, value));
    }
  }

  /** Asks for somebody, or for nobody. */
  static void withUser(SpanFilter.Builder filter, boolean somebody) {
    Boolean before = filter.build().withUser();
    filter.withUser(onlyOne("attributed", before, somebody));
  }

  /** What the store calls a key of ours, if it may have any value; null for one that is none. */
  static @Nullable String key(String key) {
    return switch (key) {
      case "user", "user_id", "user.id" -> "user_id";
      case "email", "user_email" -> "user_email";
      case "service", "service.name" -> "service";
      case "env", "environment", "deployment.environment.name" -> "environment";
      case "model", "agent", "tool", "name" -> key;
      default -> null;
    };
  }

  /** Whether a key of ours has a few values, and goes with {@code key:value} only. */
  static boolean isChoice(String key) {
    return switch (key) {
      case "status", "kind", "llm", "attributed" -> true;
      default -> false;
    };
  }

  /**
   * Whether the query language has a meaning of its own for a key, whatever attributes there are.
   */
  static boolean isOurs(String key) {
    return key(key) != null || isChoice(key) || QUANTITIES.contains(key);
  }

  private static void kind(SpanFilter.Builder filter, @Nullable SpanKind before, String value) {
    if (value.equalsIgnoreCase("llm")) {
      filter.onlyLlmCalls(true);
    } else {
      filter.kind(onlyOne("kind", before, one(SpanKind.class, "kind", value)));
    }
  }

  /** What has one value can't have two: no span would be found, and nobody told why. */
  private static <T> T onlyOne(String name, @Nullable T before, T now) {
    if (before != null && !before.equals(now)) {
      String both = before + " and " + now;
      throw new InvalidQueryException(name + " can't be both " + both.toLowerCase(Locale.ROOT));
    }
    return now;
  }

  static <E extends Enum<E>> E one(Class<E> type, String name, String value) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(value)) {
        return constant;
      }
    }
    throw new InvalidQueryException(
        name
            + " is one of "
            + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)
            + ": "
            + value);
  }

  private static boolean truth(String key, String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw new InvalidQueryException(key + " is true or false: " + value);
    };
  }
}
