package dev.usercontext;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static dev.usercontext.testkit.Users.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.context.Attachment;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scopes that other threads close, and scopes of other libraries over ours. */
class ForeignCloseTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Test
  void closingOnAnotherThreadEndsTheScopeOnItsOwn() {
    Scope ada = ADA.makeCurrent();
    other.run(
        () -> {
          Scope bob = BOB.makeCurrent();
          ada.close();
          telemetry.record("elsewhere");
          bob.close();
        });
    telemetry.record("here");
    BOB.run(() -> telemetry.record("next"));

    assertThatSpan(telemetry.await("elsewhere")).carries(BOB);
    assertThatSpan(telemetry.await("here")).carriesNobody();
    assertThatSpan(telemetry.await("next")).carries(BOB);
    assertNobodyInEffect();
  }

  @Test
  void aScopeClosedOnAnotherThreadGivesBackTheOuterOne() {
    Scope ada = ADA.makeCurrent();
    Scope bob = BOB.makeCurrent();
    other.run(bob::close);

    assertInEffect(ADA);
    ada.close();
    assertNobodyInEffect();
  }

  @Test
  void aScopeClosedUnderTheOpenSpanOfAnotherLibrary() {
    Span span = telemetry.span("span").startSpan();
    Scope ada = ADA.makeCurrent();
    try (Scope current = span.makeCurrent()) {
      ada.close();
      telemetry.record("inside");
      assertThat(UserContext.current()).isEmpty();
    }
    telemetry.record("after");
    BOB.run(() -> telemetry.record("next"));
    span.end();

    assertThatSpan(telemetry.await("inside")).carriesNobody();
    assertThatSpan(telemetry.await("after")).carriesNobody();
    assertThatSpan(telemetry.await("next")).carries(BOB);
    assertNobodyInEffect();
  }

  @Test
  void runEndsWhatAnotherLibraryHasForgottenInside() {
    Span span = telemetry.span("span").startSpan();
    ADA.run(() -> Attachment.attach(Context.current().with(span)));

    assertNobodyInEffect();
  }

  @Test
  void aScopeClosedAfterTheRunItWasOpenedInChangesNothing() {
    BOB.run(
        () -> {
          Scope late = EVE.<Scope, RuntimeException>call(ADA::makeCurrent);
          assertInEffect(BOB);
          late.close();
          assertInEffect(BOB);
        });
    assertNobodyInEffect();
  }

  private static void assertInEffect(UserContext user) {
    assertThat(UserContext.current()).contains(user);
  }

  private static void assertNobodyInEffect() {
    assertThat(UserContext.current()).isEmpty();
    assertThat(Context.current()).isSameAs(Context.root());
  }
}
