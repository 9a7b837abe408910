package dev.usercontext.fuzz;

import dev.usercontext.internal.claims.ClaimSource;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads claims in the simplest way there is, to compare with: everything, each with its path. */
final class Reading {

  private final Map<String, List<Object>> byPath = new HashMap<>();

  Reading(Map<String, Object> claims) {
    claims.forEach(this::read);
  }

  private void read(String path, Object node) {
    if (node == null) {
      return;
    }
    byPath.computeIfAbsent(path, ignored -> new ArrayList<>()).add(node);
    if (node instanceof Map<?, ?> object) {
      object.forEach((name, member) -> read(path + '/' + name, member));
    } else if (node instanceof List<?> array) {
      for (int i = 0; i < array.size(); i++) {
        read(path + '/' + i, array.get(i));
      }
    }
  }

  List<Object> at(String path) {
    return byPath.getOrDefault(path, List.of());
  }

  /** What the first source that has something may be taken to say. */
  Candidates of(List<ClaimSource> sources, String name, Predicate<Object> isUsable) {
    List<Object> possible = new ArrayList<>();
    for (ClaimSource source : sources) {
      List<Object> nodes =
          switch (source.kind()) {
            case PRINCIPAL -> name == null ? List.of() : List.of(name);
            case HEADER -> List.of();
            case CLAIM -> at(source.name());
          };
      List<Object> usable = nodes.stream().filter(isUsable).toList();
      possible.addAll(usable);
      if (nodes.size() == 1 && usable.size() == 1) {
        return new Candidates(possible, true);
      }
    }
    return new Candidates(possible, false);
  }

  /**
   * @param possible any of which it may be, where a path can be read in several ways
   * @param areCertain whether it is one of them, and not nothing
   */
  record Candidates(List<Object> possible, boolean areCertain) {}

  /** Whether there is one text to be had of it. */
  static boolean isText(Object node) {
    Object one = single(node);
    return isScalar(one) && !(one instanceof Boolean) && !string(one).isBlank();
  }

  /** Whether the id is what this says, and not only nearly. */
  static boolean isSaidBy(Object node, String id) {
    Object one = single(node);
    BigDecimal number = exact(one);
    if (number == null) {
      return string(one).equals(id);
    }
    try {
      return new BigDecimal(id).compareTo(number) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Whether an attribute can be made of it. */
  static boolean isAttribute(Object node) {
    return node instanceof Collection<?> all
        ? !joined(all).isEmpty()
        : isScalar(node) || isBoolean(node);
  }

  static String joined(Collection<?> array) {
    return array.stream()
        .filter(element -> isScalar(element) || isBoolean(element))
        .map(Reading::string)
        .collect(Collectors.joining(","));
  }

  private static boolean isBoolean(Object node) {
    return node == JsonValue.TRUE || node == JsonValue.FALSE;
  }

  /** Null for what is no finite number. */
  static BigDecimal exact(Object node) {
    if (node instanceof JsonNumber number) {
      return number.bigDecimalValue();
    }
    if (node instanceof Double number && !Double.isFinite(number)) {
      return null;
    }
    return node instanceof Number ? new BigDecimal(node.toString()) : null;
  }

  static boolean isScalar(Object node) {
    if (node instanceof JsonValue json) {
      return switch (json.getValueType()) {
        case STRING, NUMBER -> true;
        default -> false;
      };
    }
    return node != null && !(node instanceof Map) && !(node instanceof Collection);
  }

  static String string(Object node) {
    return node instanceof JsonString string ? string.getString() : String.valueOf(node);
  }

  private static Object single(Object node) {
    return node instanceof Collection<?> all && all.size() == 1 ? all.iterator().next() : node;
  }
}
