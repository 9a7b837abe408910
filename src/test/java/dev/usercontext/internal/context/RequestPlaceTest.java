package dev.usercontext.internal.context;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static dev.usercontext.testkit.Users.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A place in a context that is older than what is known of its request. */
class RequestPlaceTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  private final Context context = RequestPlace.reserve(Context.root());

  @Test
  void whateverWasMadeOfTheContextHasTheRequestOnceItIsFilled() {
    Runnable before = context.wrap(() -> telemetry.record("kept from before"));
    assertThat(fill(context, ADA)).isTrue();
    other.run(before);

    assertThatSpan(telemetry.await()).carries(ADA);
  }

  @Test
  void asLongAsItIsEmptyTheParentSaysWhoItIs() {
    Span parent = ADA.call(() -> telemetry.span("parent").startSpan());
    telemetry.span("child").setParent(context.with(parent)).startSpan().end();
    parent.end();

    assertThatSpan(telemetry.await("child")).carries(ADA);
  }

  @Test
  void anEmptyOneIsNobodyAndNotWhomAnotherRequestHasLeftThere() {
    Context leftOver = BOB.storeInContext(Context.root());
    telemetry.span("request").setParent(RequestPlace.reserve(leftOver)).startSpan().end();

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void isFilledOnce() {
    fill(context, ADA);

    assertThat(fill(context, BOB)).isFalse();
    telemetry.span("request").setParent(context).startSpan().end();
    assertThatSpan(telemetry.await()).carries(ADA);
  }

  @Test
  void whatWasFilledInEarlyIsFilledAgainByWhoKnowsMore() {
    assertThat(fillEarly(BOB)).isTrue();
    telemetry.span("early").setParent(context).startSpan().end();
    assertThat(fill(context, ADA)).isTrue();
    telemetry.span("later").setParent(context).startSpan().end();

    assertThat(fillEarly(BOB)).isFalse();
    assertThatSpan(telemetry.await("early")).carries(BOB);
    assertThatSpan(telemetry.await("later")).carries(ADA);
  }

  @Test
  void aContextWithoutAPlaceIsNotFilled() {
    assertThat(fill(Context.root(), ADA)).isFalse();
  }

  @Test
  void aScopeWinsAlsoWhereItWasOpenedBefore() {
    try (Scope attached = context.makeCurrent();
        Scope scope = EVE.makeCurrent()) {
      fill(context, ADA);
      telemetry.record("in the scope");
    }
    try (Scope attached = context.makeCurrent()) {
      telemetry.record("after it");
    }

    assertThatSpan(telemetry.await("in the scope")).carries(EVE);
    assertThatSpan(telemetry.await("after it")).carries(ADA);
  }

  private static boolean fill(Context context, UserContext user) {
    UserValue value = UserValue.of(user);
    return RequestPlace.fill(context, () -> value);
  }

  private boolean fillEarly(UserContext user) {
    UserValue value = UserValue.of(user);
    return RequestPlace.fillEarly(context, () -> value);
  }
}
