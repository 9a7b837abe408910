package dev.usercontext.internal.servlet;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContextCounters;
import dev.usercontext.testkit.FakeRequest;
import dev.usercontext.testkit.SystemProperties;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom another service names in the baggage of its request. */
class ReceivedBaggageTest {

  @RegisterExtension
  final SystemProperties configuration =
      new SystemProperties().with("usercontext.baggage.trust", "true");

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  @Test
  void isTheUserWhereTheContainerKnowsNobody() {
    handle(FakeRequest.ofNobody().header("baggage", "tenant=blue,user.id=ada,plan=pro"));
    assertThatSpan(telemetry.await()).carriesUser("ada");
  }

  @Test
  void isNotBelievedUnlessConfigured() {
    configuration.set("usercontext.baggage.trust", "false");
    handle(FakeRequest.ofNobody().header("baggage", "user.id=ada"));
    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void neverCountsAgainstTheContainer() {
    handle(FakeRequest.of("carol").header("baggage", "user.id=ada"));
    assertThatSpan(telemetry.await()).carriesUser("carol");
  }

  @Test
  void givesWayToALogin() {
    new FakeServer()
        .handle(
            FakeRequest.ofNobody().header("baggage", "user.id=ada"),
            request -> {
              telemetry.record("before");
              request.login("carol", "secret");
              telemetry.record("after");
            });
    assertThatSpan(telemetry.await("before")).carriesUser("ada");
    assertThatSpan(telemetry.await("after")).carriesUser("carol");
  }

  @Test
  void isReadFromTheOneConfiguredEntryOnly() {
    configuration.set("usercontext.baggage.user-id", "acme-user");
    handle(FakeRequest.ofNobody().header("baggage", "user.id=ada,user_id=ada,enduser.id=ada"));
    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void isOfNoneOfSeveral() {
    handle(
        FakeRequest.ofNobody().header("baggage", "user.id=ada").header("baggage", "user.id=bob"));
    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void isNotOfWhatIsNoEntry() {
    handle(FakeRequest.ofNobody().header("baggage", "a=b,;user.id=mallory,user.id=b\u0003bob"));
    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void isTheOneOfItsEntryBesideWhatIsNone() {
    handle(FakeRequest.ofNobody().header("baggage", ";user.id=mallory,user.id=bob;p=1,;user.id=x"));
    assertThatSpan(telemetry.await()).carriesUser("bob");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user.id=%0d%0aSet-Cookie:x",
        "user.id=%E2%80%AEada",
        "user.id=%C3%28",
        "user.id=%20%20",
        "user.id=%00",
        "user.id=%F0%9D"
      })
  void whatIsNoIdIsDroppedAndCounted(String header) {
    long before = UserContextCounters.read().dropped();
    handle(FakeRequest.ofNobody().header("baggage", header));
    assertThatSpan(telemetry.await()).carriesNobody();
    assertThat(UserContextCounters.read().dropped()).isGreaterThan(before);
  }

  @Test
  void whatIsTooLongIsDroppedNotCut() {
    handle(FakeRequest.ofNobody().header("baggage", "user.id=" + "x".repeat(257)));
    handle(FakeRequest.ofNobody().header("baggage", "a=" + "x".repeat(9_000) + ",user.id=ada"));
    assertThat(telemetry.await(2)).allSatisfy(span -> assertThatSpan(span).carriesNobody());
  }

  @Test
  void isToldApartFromOtherSources() {
    configuration.set("usercontext.provenance", "true");
    telemetry.restart();
    handle(FakeRequest.ofNobody().header("baggage", "user.id=ada"));
    assertThat(telemetry.await().getAttributes().get(AttributeKey.stringKey("user_source")))
        .isEqualTo("baggage");
  }

  @Test
  void aPseudonymStaysWhatItIs() {
    configuration.set("usercontext.pseudonym.key", "a secret of at least thirty-two bytes");
    telemetry.restart();
    String pseudonym = "k1." + "0123456789abcdef".repeat(2);
    handle(FakeRequest.ofNobody().header("baggage", "user.id=" + pseudonym));
    handle(FakeRequest.ofNobody().header("baggage", "user.id=ada"));
    assertThat(telemetry.await(2).get(0).getAttributes().get(AttributeKey.stringKey("user_id")))
        .isEqualTo(pseudonym);
    assertThat(telemetry.await(2).get(1).getAttributes().get(AttributeKey.stringKey("user_id")))
        .startsWith("k1.")
        .doesNotContain("ada");
  }

  @Test
  void isThatOfAMessageWhichComesWithIt() {
    telemetry.restart();
    message(SpanKind.CONSUMER);
    assertThatSpan(telemetry.await()).carriesUser("ada");
  }

  @Test
  void isNotThatOfAServerSpanOfWhoseCallerNothingIsKnownYet() {
    telemetry.restart();
    message(SpanKind.SERVER);
    assertThatSpan(telemetry.await()).carriesNobody();
  }

  private void message(SpanKind kind) {
    SpanContext sender =
        SpanContext.createFromRemoteParent(
            "0".repeat(31) + "1",
            "0".repeat(15) + "1",
            TraceFlags.getSampled(),
            TraceState.getDefault());
    Context context =
        Context.root()
            .with(Span.wrap(sender))
            .with(Baggage.builder().put("user.id", "ada").build());
    telemetry.span("message").setParent(context).setSpanKind(kind).startSpan().end();
  }

  private void handle(FakeRequest request) {
    new FakeServer().handle(request, () -> telemetry.record("span"));
  }
}
