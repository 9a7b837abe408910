package dev.usercontext.attributed;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserId;
import dev.usercontext.testkit.CdiTest;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The span that a call is made in: that of a message consumer or a scheduler. */
@CdiTest
class CallerSpanTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  @Inject Consumer consumer;

  @Test
  void getsTheUserOfTheCallIfItHasNone() {
    inSpan(() -> consumer.onOrder("carol"));

    assertThatSpan(telemetry.await("caller")).carriesUser("carol");
  }

  @Test
  void keepsTheUserOfTheFirstOfSeveralCalls() {
    inSpan(
        () -> {
          consumer.onOrder("carol");
          consumer.onOrder("dave");
        });

    assertThatSpan(telemetry.await("caller")).carriesUser("carol");
  }

  @Test
  void keepsAUserOfItsOwn() {
    ADA.run(() -> inSpan(() -> consumer.onOrder("carol")));

    assertThatSpan(telemetry.await("caller")).carries(ADA);
  }

  @Test
  void staysWithoutAUserWhereTheCallHasNone() {
    inSpan(() -> consumer.onOrder(null));

    assertThatSpan(telemetry.await("caller")).carriesNobody();
  }

  @Test
  void doesNotHandTheUserOfACallOnToOtherWork() {
    inSpan(
        () -> {
          consumer.onOrder("carol");
          telemetry.record("other work");
        });

    assertThatSpan(telemetry.await("caller")).carriesUser("carol");
    assertThatSpan(telemetry.await("other work")).carriesNobody();
  }

  private void inSpan(Runnable calls) {
    Span caller = telemetry.span("caller").startSpan();
    try (Scope scope = caller.makeCurrent()) {
      calls.run();
    } finally {
      caller.end();
    }
  }

  @Dependent
  static class Consumer {
    @UserAttributed
    void onOrder(@UserId String customer) {}
  }
}
