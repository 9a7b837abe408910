package dev.usercontext.internal.claims;

import dev.usercontext.internal.diagnostics.ClassPresence;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a claim, be it of Java's types or of JSON's, into what an attribute can be. */
public final class ClaimValue {

  private static final boolean JSON = ClassPresence.isPresent("jakarta.json.JsonValue");

  private static final ClassValue<Boolean> SAYS_WHAT_IT_IS =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          try {
            return type.getMethod("toString").getDeclaringClass() != Object.class;
          } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every class has it", e);
          }
        }
      };

  private ClaimValue() {}

  /** A String, Boolean, Long or Double; arrays joined with commas; null for what is none of it. */
  static @Nullable Object ofAttribute(@Nullable Object claim) {
    Collection<?> array = array(claim);
    if (array != null) {
      String joined =
          array.stream()
              .map(ClaimValue::scalar)
              .filter(Objects::nonNull)
              .map(String::valueOf)
              .collect(Collectors.joining(","));
      return joined.isEmpty() ? null : joined;
    }
    return scalar(claim);
  }

  /** The one text that it is; null for none, blank, or several. */
  static @Nullable String ofText(@Nullable Object claim) {
    Collection<?> array = array(claim);
    return text(array != null && array.size() == 1 ? array.iterator().next() : claim);
  }

  private static @Nullable Collection<?> array(@Nullable Object claim) {
    if (claim instanceof Object[] array) {
      return Arrays.asList(array);
    }
    return claim instanceof Collection<?> array ? array : null;
  }

  private static @Nullable String text(@Nullable Object one) {
    Object value = JSON ? Json.toJava(one) : one;
    if (value == null || value instanceof Boolean || !isOne(value)) {
      return null;
    }
    String text = value instanceof Number number ? exactText(number) : value.toString();
    return text.isBlank() ? null : text;
  }

  /** The texts in an array, as groups are; none for what is no array. */
  public static List<String> texts(@Nullable Object claim) {
    Collection<?> array = array(claim);
    return array == null
        ? List.of()
        : array.stream().map(ClaimValue::text).flatMap(Stream::ofNullable).toList();
  }

  /** Every digit of it: two ids that are nearly the same number are still two. */
  private static String exactText(Number number) {
    Object value = number(number);
    return value instanceof Double && number instanceof BigDecimal exact
        ? exact.stripTrailingZeros().toString()
        : String.valueOf(value instanceof Double ? number : value);
  }

  private static @Nullable Object scalar(@Nullable Object claim) {
    Object value = JSON ? Json.toJava(claim) : claim;
    if (value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      return number(number);
    }
    return value == null || !isOne(value) ? null : value.toString();
  }

  /** Not several values; nor an object of which a text says nothing but where it is in memory. */
  private static boolean isOne(Object value) {
    return array(value) == null && !(value instanceof Map) && SAYS_WHAT_IT_IS.get(value.getClass());
  }

  private static Object number(Number number) {
    BigDecimal exact;
    if (number instanceof BigDecimal decimal) {
      exact = decimal;
    } else if (number instanceof BigInteger integer) {
      exact = new BigDecimal(integer);
    } else if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      if (!Double.isFinite(value)) {
        return number.toString();
      }
      exact = BigDecimal.valueOf(value);
    } else {
      return number.longValue();
    }
    // Beyond these, to ask for the exact value would write out every digit.
    if ((long) exact.precision() - exact.scale() > 19 || exact.scale() > 400) {
      return exact.toString();
    }
    try {
      return exact.longValueExact();
    } catch (ArithmeticException e) {
      return exact.doubleValue();
    }
  }

  /** A class of its own, so that it is linked only after {@link #JSON} was asked. */
  private static final class Json {
    static @Nullable Object toJava(@Nullable Object claim) {
      if (claim instanceof JsonString string) {
        return string.getString();
      }
      if (claim instanceof JsonNumber number) {
        return number.bigDecimalValue();
      }
      if (claim instanceof JsonValue value) {
        return switch (value.getValueType()) {
          case TRUE -> true;
          case FALSE -> false;
          case NULL -> null;
          default -> claim;
        };
      }
      return claim;
    }
  }
}
