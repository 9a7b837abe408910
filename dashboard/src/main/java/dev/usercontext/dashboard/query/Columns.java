package dev.usercontext.dashboard.query;

import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.store.SpanFilter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that are no attributes but what every span has, or what was read from it. */
final class Columns {
  /** Compared with amounts and times; see {@link QueryLanguage}. */
  private static final Set<String> QUANTITIES = Set.of("cost", "latency", "duration");

  private Columns() {}

  /**
   * Sets {@code key:value}.
   *
   * @return whether the key is one of ours
   */
  static boolean set(SpanFilter.Builder filter, String key, String value) {
    switch (key) {
      case "user", "user_id", "user.id" -> filter.user(value);
      case "service", "service.name" -> filter.service(value);
      case "env", "environment", "deployment.environment.name" -> filter.environment(value);
      case "model" -> filter.model(value);
      case "agent" -> filter.agent(value);
      case "tool" -> filter.tool(value);
      case "name" -> filter.name(value);
      case "status" -> filter.status(status(value));
      case "kind" -> kind(filter, value);
      case "llm" -> filter.onlyLlmCalls(truth(key, value));
      case "attributed" -> filter.withUser(truth(key, value));
      default -> {
        return false;
      }
    }
    return true;
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

  static SpanStatus status(String value) {
    return one(SpanStatus.class, "status", value);
  }

  private static void kind(SpanFilter.Builder filter, String value) {
    if (value.equalsIgnoreCase("llm")) {
      filter.onlyLlmCalls(true);
    } else {
      filter.kind(one(SpanKind.class, "kind", value));
    }
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
