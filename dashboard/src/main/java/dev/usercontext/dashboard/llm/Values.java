package dev.usercontext.dashboard.llm;

import dev.usercontext.dashboard.cost.NanoUsd;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads attributes that anybody may have written: what makes no sense is not there. */
final class Values {
  /** More tokens than any call has; what is above was not counted by a model. */
  private static final long MOST_TOKENS = 1_000_000_000L;

  private static final int LONGEST_NAME = 256;

  private Values() {}

  /** What the span says that it cost, by the first attribute that is an amount of dollars. */
  static @Nullable Long cost(Map<String, ?> attributes) {
    for (String name : SpanNames.COST) {
      Long nanos = NanoUsd.parse(attributes.get(name));
      if (nanos != null) {
        return nanos;
      }
    }
    return null;
  }

  static @Nullable String text(Map<String, ?> attributes, List<String> names) {
    for (String name : names) {
      String value = text(attributes, name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** As {@link #text}, for what becomes a group in tables and charts: cut where it is no name. */
  static @Nullable String name(Map<String, ?> attributes, List<String> names) {
    String value = text(attributes, names);
    return value == null || value.length() <= LONGEST_NAME
        ? value
        : value.substring(0, LONGEST_NAME);
  }

  static @Nullable String text(Map<String, ?> attributes, String name) {
    Object value = attributes.get(name);
    if (!(value instanceof String || value instanceof Number)) {
      return null;
    }
    String text = value.toString().strip();
    return text.isEmpty() ? null : text;
  }

  static @Nullable Long tokens(Map<String, ?> attributes, List<String> names) {
    for (String name : names) {
      Long count = count(attributes.get(name));
      if (count != null) {
        return count;
      }
    }
    return null;
  }

  private static @Nullable Long count(@Nullable Object value) {
    if (value instanceof Number number) {
      double size = number.doubleValue();
      return size >= 0 && size <= MOST_TOKENS ? Long.valueOf(number.longValue()) : null;
    }
    if (value instanceof String text && text.length() <= 10) {
      try {
        return count(Long.valueOf(text.strip()));
      } catch (NumberFormatException e) {
        return null;
      }
    }
    return null;
  }
}
