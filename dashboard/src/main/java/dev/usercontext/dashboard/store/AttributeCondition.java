package dev.usercontext.dashboard.store;

/**
 * What an attribute of a span, or else of its resource, has to be.
 *
 * <p>{@code EQUALS} and {@code NOT_EQUALS} compare the value as text, in which a number has no
 * trailing zeros ("3", "0.5") and a truth is "true" or "false". A span without the attribute
 * matches {@code NOT_EQUALS} and {@code MISSING} only. {@code GREATER} and the like compare
 * numbers, and texts that are numbers; other values don't match. {@code EXISTS} and {@code MISSING}
 * do not look at {@code value}.
 *
 * @param key of the attribute, or one of those that {@link SpanStore#values} knows beside: {@code
 *     user_id} is the user of the span, whichever attribute said so
 * @param value a number for those that compare numbers
 */
public record AttributeCondition(String key, Operator operator, String value) {

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

  public static AttributeCondition equalTo(String key, String value) {
    return new AttributeCondition(key, Operator.EQUALS, value);
  }
}
