package dev.usercontext.internal.trace;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A message within this process: its receiver knows of the sender by the ids it carries alone. */
class MessageTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @ParameterizedTest
  @EnumSource(names = {"CONSUMER", "INTERNAL"})
  void isOfTheSender(SpanKind kind) {
    Span root = ADA.call(() -> telemetry.span("root").startSpan());
    receive(root, kind);
    root.end();

    assertThatSpan(telemetry.await("received")).carries(ADA);
    assertThatSpan(telemetry.await("child")).carries(ADA);
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVER", "CLIENT", "PRODUCER"})
  void isNoOtherSpan(SpanKind kind) {
    Span root = ADA.call(() -> telemetry.span("root").startSpan());
    receive(root, kind);
    root.end();

    assertThatSpan(telemetry.await("received")).carriesNobody();
  }

  @Test
  void comesToNobodyOnceTheTraceIsOver() {
    Span root = ADA.call(() -> telemetry.span("root").startSpan());
    root.end();
    receive(root, SpanKind.CONSUMER);

    assertThatSpan(telemetry.await("received")).carriesNobody();
  }

  @Test
  void keepsTheTraceOpenItself() {
    Span root = ADA.call(() -> telemetry.span("root").startSpan());
    Span received = start("received", root.getSpanContext(), SpanKind.CONSUMER);
    root.end();
    Span next = start("next", received.getSpanContext(), SpanKind.CONSUMER);
    received.end();
    next.end();

    assertThatSpan(telemetry.await("next")).carries(ADA);
  }

  @Test
  void ofAScopeIsOfItsUser() {
    Span root = ADA.call(() -> telemetry.span("root").startSpan());
    Span sending = BOB.call(() -> childOf(root, "sending"));
    Span deeper = childOf(sending, "deeper");
    start("received", sending.getSpanContext(), SpanKind.CONSUMER).end();
    start("received deeper", deeper.getSpanContext(), SpanKind.CONSUMER).end();
    start("received later", root.getSpanContext(), SpanKind.CONSUMER).end();
    deeper.end();
    sending.end();
    root.end();

    assertThatSpan(telemetry.await("received")).carries(BOB);
    assertThatSpan(telemetry.await("received deeper")).carries(BOB);
    assertThatSpan(telemetry.await("received later")).carries(ADA);
  }

  @Test
  void ofAStoredContextIsOfItsUser() {
    Span root = ADA.call(() -> telemetry.span("root").startSpan());
    Context stored = BOB.storeInContext(Context.root().with(root));
    Span sending = telemetry.span("sending").setParent(stored).startSpan();
    start("received", sending.getSpanContext(), SpanKind.CONSUMER).end();
    sending.end();
    root.end();

    assertThatSpan(telemetry.await("received")).carries(BOB);
  }

  @Test
  void thatAMessageOfAScopeBringsAboutIsOfItsUserToo() {
    Span root = ADA.call(() -> telemetry.span("root").startSpan());
    Span sending = BOB.call(() -> childOf(root, "sending"));
    Span first = start("first", sending.getSpanContext(), SpanKind.CONSUMER);
    start("second", first.getSpanContext(), SpanKind.CONSUMER).end();
    start("received", root.getSpanContext(), SpanKind.CONSUMER).end();
    first.end();
    sending.end();
    root.end();

    assertThatSpan(telemetry.await("second")).carries(BOB);
    assertThatSpan(telemetry.await("received")).carries(ADA);
  }

  @Test
  void isOfNobodyWhereTwoUsersShareTheTrace() {
    Span root = ADA.call(() -> telemetry.span("root").startSpan());
    Span second = BOB.call(() -> start("second", root.getSpanContext(), SpanKind.SERVER));
    receive(root, SpanKind.CONSUMER);
    second.end();
    root.end();

    assertThatSpan(telemetry.await("received")).carriesNobody();
  }

  @Test
  void thatIsSentWhileTwoUsersShareTheTraceIsOfItsSender() {
    Span root = ADA.call(() -> telemetry.span("root").startSpan());
    Span second = BOB.call(() -> start("second", root.getSpanContext(), SpanKind.SERVER));
    Span sending = ADA.call(() -> publishing(root));
    start("received", sending.getSpanContext(), SpanKind.CONSUMER).end();
    sending.end();
    second.end();
    root.end();

    assertThatSpan(telemetry.await("received")).carries(ADA);
  }

  @Test
  void thatWasSentBeforeAnotherUserCameToTheTraceIsOfItsSender() {
    Span root = ADA.call(() -> telemetry.span("root").startSpan());
    Span sending = ADA.call(() -> publishing(root));
    Span second = BOB.call(() -> start("second", root.getSpanContext(), SpanKind.SERVER));
    start("received", sending.getSpanContext(), SpanKind.CONSUMER).end();
    sending.end();
    second.end();
    root.end();

    assertThatSpan(telemetry.await("received")).carries(ADA);
  }

  @Test
  void thatIsLateIsNotOfWhoeverHasOpenedTheTraceAgain() {
    Span root = ADA.call(() -> telemetry.span("root").startSpan());
    Span sending = ADA.call(() -> publishing(root));
    sending.end();
    root.end();
    Span second = BOB.call(() -> start("second", root.getSpanContext(), SpanKind.SERVER));
    receive(sending, SpanKind.CONSUMER);
    Span next = BOB.call(() -> publishing(second));
    start("received next", next.getSpanContext(), SpanKind.CONSUMER).end();
    next.end();
    second.end();

    assertThatSpan(telemetry.await("received")).carriesNobody();
    assertThatSpan(telemetry.await("received next")).carries(BOB);
  }

  @Test
  void thatIsLateIsOfTheUserWhoHasOpenedTheTraceAgain() {
    Span root = ADA.call(() -> telemetry.span("root").startSpan());
    root.end();
    Span second = ADA.call(() -> start("second", root.getSpanContext(), SpanKind.SERVER));
    receive(root, SpanKind.CONSUMER);
    receive(second, SpanKind.INTERNAL);
    second.end();

    assertThat(telemetry.await(6))
        .filteredOn(span -> span.getName().equals("received"))
        .hasSize(2)
        .allSatisfy(span -> assertThatSpan(span).carries(ADA));
  }

  @Test
  void thatIsLateIsNotOfTheTraceWhereAScopeMayHaveSentIt() {
    Span root = ADA.call(() -> telemetry.span("root").startSpan());
    Span sending = BOB.call(() -> childOf(root, "sending"));
    sending.end();
    root.end();
    Span second = ADA.call(() -> start("second", root.getSpanContext(), SpanKind.SERVER));
    receive(sending, SpanKind.CONSUMER);
    second.end();

    assertThatSpan(telemetry.await("received")).carriesNobody();
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERNAL", "SERVER"})
  void ofNobodyIsNotOfAnotherUserOfTheTrace(SpanKind kind) {
    Span root = telemetry.span("root").setSpanKind(kind).startSpan();
    if (kind == SpanKind.SERVER) {
      // Nothing says at its start that nobody is to be known.
      root.end();
    }
    Span second = BOB.call(() -> start("second", root.getSpanContext(), SpanKind.SERVER));
    receive(root, SpanKind.CONSUMER);
    second.end();
    root.end();

    assertThatSpan(telemetry.await("received")).carriesNobody();
  }

  @Test
  void ofNobodyWhoComesLaterIsNotOfTheUserOfTheTrace() {
    Span root = BOB.call(() -> telemetry.span("root").startSpan());
    Span job = start("job", root.getSpanContext(), SpanKind.PRODUCER);
    receive(job, SpanKind.CONSUMER);
    job.end();
    root.end();

    assertThatSpan(telemetry.await("received")).carriesNobody();
  }

  @Test
  void ofARequestThatNobodyIsKnownForIsNotOfTheUserOfTheTrace() {
    Span root = BOB.call(() -> telemetry.span("root").startSpan());
    Span second = start("second", root.getSpanContext(), SpanKind.SERVER);
    Span sending = publishing(second);
    receive(sending, SpanKind.CONSUMER);
    receive(root, SpanKind.INTERNAL);
    sending.end();
    second.end();
    root.end();

    assertThat(telemetry.await(7))
        .filteredOn(span -> span.getName().equals("received"))
        .satisfiesExactly(
            ofSecond -> assertThatSpan(ofSecond).carriesNobody(),
            ofRoot -> assertThatSpan(ofRoot).carries(BOB));
  }

  @Test
  void isOfNobodyBeyondWhatIsRemembered() {
    Span root = ADA.call(() -> telemetry.span("root").startSpan());
    for (int i = 0; i < 100; i++) {
      UserContext user = UserContext.builder("user-" + i).build();
      user.call(() -> childOf(root, "sending")).end();
    }
    receive(root, SpanKind.CONSUMER);
    root.end();

    assertThatSpan(telemetry.await("received")).carriesNobody();
  }

  @Test
  void fromElsewhereIsOfNobody() {
    SpanContext unknown = telemetry.span("unknown").startSpan().getSpanContext();
    start("received", unknown, SpanKind.CONSUMER).end();

    assertThatSpan(telemetry.await("received")).carriesNobody();
  }

  private void receive(Span sender, SpanKind kind) {
    Span received = start("received", sender.getSpanContext(), kind);
    other.run(() -> childOf(received, "child").end());
    received.end();
  }

  private Span publishing(Span parent) {
    try (Scope scope = parent.makeCurrent()) {
      return telemetry.span("publish").setSpanKind(SpanKind.PRODUCER).startSpan();
    }
  }

  private Span childOf(Span parent, String name) {
    try (Scope scope = parent.makeCurrent()) {
      return telemetry.span(name).startSpan();
    }
  }

  /** On another thread, with a parent that came in a header. */
  private Span start(String name, SpanContext parent, SpanKind kind) {
    SpanContext remote =
        SpanContext.createFromRemoteParent(
            parent.getTraceId(),
            parent.getSpanId(),
            parent.getTraceFlags(),
            parent.getTraceState());
    Context context = Context.current().with(Span.wrap(remote));
    return telemetry.span(name).setSpanKind(kind).setParent(context).startSpan();
  }
}
