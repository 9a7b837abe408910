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

  /** No constants: no program knows its users when it is compiled. */
  private static Caller caller =
      new Caller("u-42", "ada@example.com", "pro", "k1.3cc559039fcc4f6d8ccbc6fed5a29de2");

  private final String id;
  private final String email;
  private final String plan;
  private final String pseudonym;

  private Caller(String id, String email, String plan, String pseudonym) {
    this.id = id;
    this.email = email;
    this.plan = plan;
    this.pseudonym = pseudonym;
  }

  /** The vocabulary flat. */
  static void writeThree(Span span) {
    Caller user = caller;
    span.setAttribute(USER_ID, user.id);
    span.setAttribute(USER_EMAIL, user.email);
    span.setAttribute(PLAN, user.plan);
  }

  /** The vocabularies flat and otel, in the order of the library. */
  static void writeFive(Span span) {
    Caller user = caller;
    span.setAttribute(USER_ID, user.id);
    span.setAttribute(OTEL_ID, user.id);
    span.setAttribute(USER_EMAIL, user.email);
    span.setAttribute(OTEL_EMAIL, user.email);
    span.setAttribute(PLAN, user.plan);
  }

  /** The same vocabularies where ids leave as pseudonyms, and emails not at all. */
  static void writePseudonym(Span span) {
    Caller user = caller;
    span.setAttribute(USER_ID, user.pseudonym);
    span.setAttribute(OTEL_ID, user.pseudonym);
    span.setAttribute(HASH, user.pseudonym);
    span.setAttribute(PLAN, user.plan);
  }
}
