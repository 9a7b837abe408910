package dev.usercontext.internal.servlet;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.internal.context.Attachment;
import dev.usercontext.testkit.FakeRequest;
import dev.usercontext.testkit.SystemProperties;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WildFly and Open Liberty leave contexts on pooled threads, and applications forget scopes. */
class LeftOverTest {

  @RegisterExtension final SystemProperties runtime = new SystemProperties();
  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  private final FakeServer server = new FakeServer();

  @Test
  void whatARequestLeavesOnItsThreadEndsWithIt() {
    Span span = telemetry.span("left").startSpan();
    server.handle(FakeRequest.of("carol"), () -> Attachment.attach(Context.current().with(span)));

    assertThat(Context.current()).isSameAs(Context.root());
    assertThat(UserContext.current()).isEmpty();
  }

  @Test
  void aScopeThatARequestForgetsEndsWithIt() {
    server.handle(FakeRequest.of("carol"), LeftOverTest::forget);

    assertThat(Context.current()).isSameAs(Context.root());
    assertThat(UserContext.current()).isEmpty();
  }

  @Test
  void theContextOfAnotherRequestDoesNotReachThisOne() {
    Context left = contextOf(FakeRequest.of("carol"));
    try (Scope scope = left.makeCurrent()) {
      server.handle(FakeRequest.ofNobody(), () -> telemetry.record("nobody"));
      server.handle(FakeRequest.of("dave"), () -> telemetry.record("dave"));
    }

    assertThatSpan(telemetry.await("nobody")).carriesNobody();
    assertThatSpan(telemetry.await("dave")).carriesUser("dave");
    assertThat(telemetry.await("nobody").getParentSpanId()).isEqualTo(SpanId.getInvalid());
    assertThat(telemetry.await("dave").getParentSpanId()).isEqualTo(SpanId.getInvalid());
  }

  @Test
  void theSpanOfAnotherRequestIsNotAttributed() {
    AtomicReference<Context> left = new AtomicReference<>();
    Span span = telemetry.span("left").startSpan();
    server.handle(FakeRequest.ofNobody(), () -> left.set(Context.current().with(span)));
    try (Scope scope = left.get().makeCurrent()) {
      server.handle(FakeRequest.of("carol"), () -> {});
    }
    span.end();

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jboss.home.dir", "wlp.install.dir"})
  void theSpanOfAnotherApplicationIsNotAttributedNorAParent(String server) {
    runtime.set(server, "/opt/server");
    Span span = telemetry.span("left").setSpanKind(SpanKind.SERVER).startSpan();
    try (Scope scope = Context.root().with(span).makeCurrent()) {
      new FakeServer().handle(FakeRequest.of("carol"), () -> telemetry.record("carol"));
    }
    span.end();

    assertThatSpan(telemetry.await("left")).carriesNobody();
    assertThatSpan(telemetry.await("carol")).carriesUser("carol");
    assertThat(telemetry.await("carol").getParentSpanId()).isEqualTo(SpanId.getInvalid());
  }

  @Test
  void aForgottenScopeDoesNotReachTheNextRequest() {
    try (Scope forgotten = ADA.makeCurrent()) {
      server.handle(FakeRequest.ofNobody(), () -> telemetry.record("nobody"));
      server.handle(FakeRequest.of("carol"), () -> telemetry.record("carol"));
    }

    assertThatSpan(telemetry.await("nobody")).carriesNobody();
    assertThatSpan(telemetry.await("carol")).carriesUser("carol");
  }

  @Test
  void aForgottenScopeDoesNotComeBackWhereTheContextIsLost() {
    try (Scope forgotten = ADA.makeCurrent()) {
      server.handle(
          FakeRequest.of("carol"),
          () -> {
            Attachment.attach(Context.root());
            telemetry.record("lost");
          });
    }

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  private Context contextOf(FakeRequest request) {
    AtomicReference<Context> context = new AtomicReference<>();
    Span span = telemetry.span("earlier").startSpan();
    try (Scope scope = span.makeCurrent()) {
      server.handle(request, () -> context.set(Context.current()));
    }
    span.end();
    return context.get();
  }

  private static void forget() {
    Scope forgotten = ADA.makeCurrent();
  }
}
