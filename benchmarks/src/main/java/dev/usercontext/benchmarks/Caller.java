package dev.usercontext.benchmarks;

import dev.usercontext.UserContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;

/** The one user of all benchmarks, and the lines by hand that write him. */
final class Caller {

  static final UserContext USER =
      UserContext.builder("u-42").email("ada@example.com").attr("plan", "pro").build();

  private static final AttributeKey<String> USER_ID = AttributeKey.stringKey("user_id");
  private static final AttributeKey<String> USER_EMAIL = AttributeKey.stringKey("user_email");
  private static final AttributeKey<String> PLAN = AttributeKey.stringKey("user_attrs.plan");
  private static final AttributeKey<String> OTEL_ID = AttributeKey.stringKey("user.id");
  private static final AttributeKey<String> OTEL_EMAIL = AttributeKey.stringKey("user.email");

  private static final AttributeKey<String> HASH = AttributeKey.stringKey("user.hash");
  private static final String PSEUDONYM = "k1.3cc559039fcc4f6d8ccbc6fed5a29de2";

  private Caller() {}

  /** The vocabulary flat. */
  static void writeThree(Span span) {
    span.setAttribute(USER_ID, "u-42");
    span.setAttribute(USER_EMAIL, "ada@example.com");
    span.setAttribute(PLAN, "pro");
  }

  /** The vocabularies flat and otel, in the order of the library. */
  static void writeFive(Span span) {
    span.setAttribute(USER_ID, "u-42");
    span.setAttribute(USER_EMAIL, "ada@example.com");
    span.setAttribute(OTEL_ID, "u-42");
    span.setAttribute(OTEL_EMAIL, "ada@example.com");
    span.setAttribute(PLAN, "pro");
  }

  /** The same vocabularies where ids leave as pseudonyms, and emails not at all. */
  static void writePseudonym(Span span) {
    span.setAttribute(USER_ID, PSEUDONYM);
    span.setAttribute(OTEL_ID, PSEUDONYM);
    span.setAttribute(HASH, PSEUDONYM);
    span.setAttribute(PLAN, "pro");
  }
}
