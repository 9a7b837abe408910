package dev.usercontext.internal.servlet;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.UserContext;
import dev.usercontext.testkit.FakeRequest;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The application calls login, logout or authenticate on the request. */
class ServletLoginTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  private final FakeServer server = new FakeServer();

  @Test
  void aLoginAttributesTheServerSpanThatIsStillOpen() {
    Span span = telemetry.span("server").startSpan();
    try (Scope scope = span.makeCurrent()) {
      server.handle(FakeRequest.ofNobody(), request -> request.login("carol", "secret"));
    }
    span.end();

    assertThatSpan(telemetry.await()).carriesUser("carol");
  }

  @Test
  void aLoginCountsAtOnce() {
    server.handle(
        FakeRequest.ofNobody(),
        request -> {
          assertThat(UserContext.current()).isEmpty();
          request.login("carol", "secret");
          assertThat(UserContext.current()).map(UserContext::userId).hasValue("carol");
        });
  }

  @Test
  void aLogoutCountsAtOnce() {
    server.handle(
        FakeRequest.of("carol"),
        request -> {
          telemetry.record("before");
          request.logout();
          telemetry.record("after");
          assertThat(UserContext.current()).isEmpty();
        });

    assertThatSpan(telemetry.await("before")).carriesUser("carol");
    assertThatSpan(telemetry.await("after")).carriesNobody();
  }

  @Test
  void aLoginAsSomebodyElseCountsAtOnce() {
    server.handle(
        FakeRequest.of("carol"),
        request -> {
          telemetry.record("carol");
          request.logout();
          request.login("dave", "secret");
          telemetry.record("dave");
        });

    assertThatSpan(telemetry.await("carol")).carriesUser("carol");
    assertThatSpan(telemetry.await("dave")).carriesUser("dave");
  }

  @Test
  void anAuthenticationByTheContainerCountsAtOnce() {
    server.handle(
        FakeRequest.ofNobody(),
        request -> {
          assertThat(UserContext.current()).isEmpty();
          assertThat(request.authenticate(null)).isTrue();
          assertThat(UserContext.current()).map(UserContext::userId).hasValue("carol");
        });
  }

  @Test
  void aLoginThatFailsChangesNothing() {
    server.handle(
        FakeRequest.ofNobody(),
        request -> {
          assertThatThrownBy(() -> request.login("carol", "wrong"))
              .isInstanceOf(ServletException.class)
              .hasMessage("wrong password");
          telemetry.record("span");
        });

    assertThatSpan(telemetry.await()).carriesNobody();
  }
}
