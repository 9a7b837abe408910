package dev.usercontext.test;

import java.util.Map;

/**
 * A log record as it was exported.
 *
 * @param body its text
 * @param traceId 32 hexadecimal digits, or empty for a record that belongs to no trace
 * @param attributes of the types String, Boolean, Long and Double, and lists of them
 */
public record ReceivedLogRecord(String body, String traceId, Map<String, Object> attributes) {

  /** Everything on this record that says who the user is, in any vocabulary. */
  public Map<String, Object> userAttributes() {
    return ReceivedSpan.userAttributes(attributes);
  }
}
