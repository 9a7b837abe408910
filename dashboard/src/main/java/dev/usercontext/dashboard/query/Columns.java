package dev.usercontext.dashboard.query;

import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.store.SpanFilter;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The keys that are no attributes but what every span has, or what was read from it. */
final class Columns {
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

  /**
   * The attribute that a key of ours is compared by, where it is not {@code key:value}; null for a
   * key that is none of ours.
   */
  static @Nullable String attribute(String key) {
    return switch (key) {
      case "user", "user_id" -> "user_id";
      case "email", "user_email" -> "user_email";
      case "user.id", "service.name", "deployment.environment.name" -> key;
      case "service" -> "service.name";
      case "env", "environment" -> "deployment.environment.name";
      case "model", "agent", "tool", "name", "status", "kind", "llm", "attributed" ->
          throw new InvalidQueryException(key + " goes with " + key + ":value only");
      default -> null;
    };
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
