package dev.usercontext.dashboard.store;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an attribute of a span, or else of its resource, has to be.
 *
 * <p>{@code EQUALS} and {@code NOT_EQUALS} compare the value as text, in which a truth is "true" or
 * "false". A double may be written in any way without needless zeros: "3" or "3.0" (which finds the
 * text "3.0", too), "0.00084" or "8.4E-4". "1.10" is a text only, as versions are. A span without
 * the attribute matches {@code NOT_EQUALS} and {@code MISSING} only. {@code GREATER} and the like
 * compare numbers, and texts that are {@link #NUMERIC}, if they are finite; other values don't
 * match. {@code EXISTS} and {@code MISSING} do not look at {@code value}.
 *
 * @param key of the attribute, or one of those that {@link SpanStore#values} knows beside: {@code
 *     user_id} is the user of the span, whichever attribute said so
 * @param value a number for those that compare numbers
 */
public record AttributeCondition(String key, Operator operator, String value) {

  /**
   * A text that is a number, as a regular expression of Java and of RE2. What else a language or a
   * database reads as one, such as "inf", "1_000" or " 7", is none.
   */
  public static final String NUMERIC = "[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?";

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d{0,20})(\\.(0|\\d{0,30}[1-9]))?([eE][+-]?\\d{1,3})?");

  /** How {@code value} is compared. */
  public enum Operator {
    EQUALS,
    NOT_EQUALS,
    GREATER,
    GREATER_OR_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    EXISTS,
    MISSING
  }

  /**
   * The double that {@code value} is, as {@link AttributesJson#text} has it; null if it is none.
   */
  public @Nullable String number() {
    if (!NUMBER.matcher(value).matches()) {
      return null;
    }
    double number = Double.parseDouble(value);
    return Double.isFinite(number) ? AttributesJson.text(number) : null;
  }

  public static AttributeCondition equalTo(String key, String value) {
    return new AttributeCondition(key, Operator.EQUALS, value);
  }
}
