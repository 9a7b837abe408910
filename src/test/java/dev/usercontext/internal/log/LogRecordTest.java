package dev.usercontext.internal.log;

import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.request.BorrowedUsers;
import dev.usercontext.testkit.LogTelemetry;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.SystemProperties;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose the log records are that OpenTelemetry exports. */
class LogRecordTest {

  @RegisterExtension
  final SystemProperties configuration = new SystemProperties().with("usercontext.logs", "otel");

  @RegisterExtension final LogTelemetry telemetry = new LogTelemetry();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Test
  void aRecordInAScopeCarriesItsUserUnderEveryName() {
    UserContext.builder("carol")
        .email("carol@example.com")
        .attr("plan", "pro")
        .build()
        .run(() -> telemetry.log("hello"));
    assertThat(telemetry.attributesOf("hello"))
        .containsEntry("user_id", "carol")
        .containsEntry("user.id", "carol")
        .containsEntry("user_email", "carol@example.com")
        .containsEntry("user_attrs.plan", "pro");
  }

  @Test
  void aRecordOfNobodyCarriesNothing() {
    telemetry.log("hello");
    assertThat(telemetry.attributesOf("hello")).isEmpty();
  }

  @Test
  void aRecordWithAContextOfItsOwnIsOfTheUserInThat() {
    Context ofBob = BOB.storeInContext(Context.root());
    other.run(() -> telemetry.log("hello", ofBob));
    assertThat(telemetry.attributesOf("hello")).containsEntry("user_id", "bob");
  }

  @Test
  void aRecordOnAThreadThatOnlyKnowsTheSpanIsOfTheUserOfThat() {
    Span span = ADA.call(() -> telemetry.span("span"));
    other.run(
        () -> {
          try (Scope scope = Context.root().with(span).makeCurrent()) {
            telemetry.log("hello");
          }
        });
    span.end();
    assertThat(telemetry.attributesOf("hello")).containsEntry("user_id", "ada");
  }

  @Test
  void aRecordIsNotOfTheUserOfACallThatItsSpanWasGiven() {
    Span span = telemetry.span("span");
    UserValue.of(ADA).attributes(UserContextConfig.load().renderer()).writeTo(span);
    BorrowedUsers.add(span);
    try (Scope scope = span.makeCurrent()) {
      telemetry.log("hello");
    }
    span.end();
    assertThat(telemetry.attributesOf("hello")).isEmpty();
  }

  @Test
  void theProcessUserIsThatOfEveryRecordOfNobodyElse() {
    UserContext.setProcessUser(ADA);
    telemetry.log("hello");
    UserContext.clearProcessUser();
    assertThat(telemetry.attributesOf("hello")).containsEntry("user_id", "ada");
  }

  @Test
  void withPseudonymsARecordHasNeitherIdNorEmail() {
    configuration.set("usercontext.pseudonym.key", "a secret of at least thirty-two bytes");
    UserContext.builder("carol")
        .email("carol@example.com")
        .build()
        .run(() -> telemetry.log("hello"));
    assertThat(telemetry.attributesOf("hello").toString()).contains("k1.").doesNotContain("carol");
  }

  @Test
  void unlessConfiguredARecordHasNoUser() {
    configuration.set("usercontext.logs", "none");
    ADA.run(() -> telemetry.log("hello"));
    assertThat(telemetry.attributesOf("hello")).isEmpty();
  }
}
