package dev.usercontext;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static dev.usercontext.testkit.Users.EVE;

import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A task that forgets to close its scope: later work on its thread must not get that user. */
class ForgottenScopeTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Test
  void doesNotReachATaskThatBringsAnEmptyContext() {
    other.leftDirty().run(this::forget);
    other.run(Context.root().wrap(() -> telemetry.record("later")));

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void doesNotReachATaskThatBringsAnotherUser() {
    other.leftDirty().run(this::forget);
    Context ofBob = BOB.call(Context::current);
    other.run(ofBob.wrap(() -> telemetry.record("context")));
    other.run(BOB.wrap(() -> telemetry.record("wrapped")));

    assertThatSpan(telemetry.await("context")).carries(BOB);
    assertThatSpan(telemetry.await("wrapped")).carries(BOB);
  }

  @Test
  void doesNotOutliveTheTaskOfAWrappedExecutor() {
    other.run(BOB.wrap(this::forget));
    other.run(() -> telemetry.record("later"));

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void doesNotOutliveTheScopeItWasOpenedIn() {
    other.run(
        () ->
            EVE.run(
                () -> {
                  BOB.run(this::forget);
                  telemetry.record("outer");
                }));
    other.run(() -> telemetry.record("later"));

    assertThatSpan(telemetry.await("outer")).carries(EVE);
    assertThatSpan(telemetry.await("later")).carriesNobody();
  }

  @Test
  void doesNotComeBackWhenALaterScopeCloses() {
    other.leftDirty().run(this::forget);
    other.run(
        Context.root()
            .wrap(
                () -> {
                  BOB.run(() -> telemetry.record("in"));
                  telemetry.record("after");
                }));

    assertThatSpan(telemetry.await("in")).carries(BOB);
    assertThatSpan(telemetry.await("after")).carriesNobody();
  }

  private void forget() {
    Scope forgotten = ADA.makeCurrent();
  }
}
