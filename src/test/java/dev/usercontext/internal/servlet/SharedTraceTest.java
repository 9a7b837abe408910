package dev.usercontext.internal.servlet;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;

import dev.usercontext.testkit.FakeRequest;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages within this process of requests that a front sends in one and the same trace. */
class SharedTraceTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  private final SpanContext front =
      remote(IdGenerator.random().generateTraceId(), IdGenerator.random().generateSpanId());
  private SpanContext earlier;

  @Test
  void ofUsersAtOnceAreOfWhoeverSentThem() {
    handle(
        FakeRequest.of("ada"),
        () -> {
          elsewhere(() -> handle(FakeRequest.of("bob"), () -> send("of bob", SpanKind.PRODUCER)));
          send("of ada", SpanKind.PRODUCER);
          send("of either", SpanKind.INTERNAL);
        });

    assertThatSpan(telemetry.await("of bob")).carriesUser("bob");
    assertThatSpan(telemetry.await("of ada")).carriesUser("ada");
    assertThatSpan(telemetry.await("of either")).carriesNobody();
  }

  @Test
  void ofOneUserAfterAnotherAreNeverOfTheNext() {
    handle(FakeRequest.of("ada"), () -> earlier = send("in time", SpanKind.INTERNAL));
    handle(FakeRequest.of("bob"), () -> receive("late", earlier));

    assertThatSpan(telemetry.await("in time")).carriesUser("ada");
    assertThatSpan(telemetry.await("late")).carriesNobody();
  }

  @Test
  void ofNobodyAreNeverOfTheNextEither() {
    handle(FakeRequest.ofNobody(), () -> earlier = send("in time", SpanKind.INTERNAL));
    handle(FakeRequest.of("bob"), () -> receive("late", earlier));

    assertThatSpan(telemetry.await("in time")).carriesNobody();
    assertThatSpan(telemetry.await("late")).carriesNobody();
  }

  @Test
  void ofTheSameUserAgainAreOfThatUser() {
    handle(FakeRequest.of("ada"), () -> earlier = send("in time", SpanKind.INTERNAL));
    handle(
        FakeRequest.of("ada"),
        () -> {
          receive("late", earlier);
          send("next", SpanKind.INTERNAL);
        });

    assertThatSpan(telemetry.await("late")).carriesUser("ada");
    assertThatSpan(telemetry.await("next")).carriesUser("ada");
  }

  private void handle(FakeRequest request, Runnable work) {
    new FakeServer()
        .handle(
            request,
            () -> {
              Span server =
                  telemetry
                      .span("GET")
                      .setSpanKind(SpanKind.SERVER)
                      .setParent(Context.current().with(Span.wrap(front)))
                      .startSpan();
              try (Scope scope = server.makeCurrent()) {
                work.run();
              } finally {
                server.end();
              }
            });
  }

  /** Sends a message, and waits until it is received. */
  private SpanContext send(String name, SpanKind kind) {
    Span sending = telemetry.span("send").setSpanKind(kind).startSpan();
    receive(name, sending.getSpanContext());
    sending.end();
    return sending.getSpanContext();
  }

  private void receive(String name, SpanContext sender) {
    SpanContext parent = remote(sender.getTraceId(), sender.getSpanId());
    elsewhere(
        () ->
            telemetry
                .span(name)
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(Context.root().with(Span.wrap(parent)))
                .startSpan()
                .end());
  }

  private static void elsewhere(Runnable work) {
    CompletableFuture.runAsync(work).join();
  }

  private static SpanContext remote(String traceId, String spanId) {
    return SpanContext.createFromRemoteParent(
        traceId, spanId, TraceFlags.getSampled(), TraceState.getDefault());
  }
}
