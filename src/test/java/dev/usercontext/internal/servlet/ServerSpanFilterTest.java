package dev.usercontext.internal.servlet;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.testkit.FakeRequest;
import dev.usercontext.testkit.LoggedMessages;
import dev.usercontext.testkit.ProcessorFlag;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.servlet.ServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Open Liberty starts the server span between our filters; in runtime mode without us. */
class ServerSpanFilterTest {

  @RegisterExtension final LoggedMessages log = new LoggedMessages();
  @RegisterExtension final Telemetry runtimeMode = Telemetry.ofServer();
  @RegisterExtension final Telemetry applicationMode = Telemetry.simple();

  private final FakeServer server = new FakeServer();
  private final ServerSpanFilter filter = new ServerSpanFilter(UserContextConfig.load().renderer());
  private final List<ServletRequest> served = new ArrayList<>();

  @BeforeEach
  void forgetTheOtherMode() {
    ProcessorFlag.set(false);
  }

  @Test
  void attributesTheServerSpanThatTheProcessorDidNotSee() {
    request(runtimeMode, FakeRequest.of("carol"));

    assertThatSpan(runtimeMode.await()).carriesUser("carol");
    assertThat(served).hasSize(1);
  }

  @Test
  void attributesItToALaterLogin() {
    Span span = runtimeMode.span("server").startSpan();
    server.handle(
        FakeRequest.ofNobody(),
        request -> {
          try (Scope scope = span.makeCurrent()) {
            filter.doFilter(request, null, (r, s) -> request.login("carol", "secret"));
          }
        });
    span.end();

    assertThatSpan(runtimeMode.await()).carriesUser("carol");
  }

  @Test
  void saysOnceThatTheProcessorIsNotLoaded() {
    request(runtimeMode, FakeRequest.of("carol"));
    request(runtimeMode, FakeRequest.ofNobody());

    assertThat(log.warnings()).singleElement().asString().startsWith("UC0004 ");
  }

  @Test
  void saysNothingWhereTheProcessorHasSeenTheSpan() {
    request(applicationMode, FakeRequest.of("carol"));

    assertThatSpan(applicationMode.await()).carriesUser("carol");
    assertThat(log.texts()).isEmpty();
  }

  @Test
  void passesOnWhatTheFirstFilterHasNotSeen() throws Exception {
    filter.doFilter(FakeRequest.of("carol").request(), null, (r, s) -> served.add(r));

    assertThat(served).hasSize(1);
    assertThat(log.texts()).isEmpty();
  }

  private void request(Telemetry telemetry, FakeRequest request) {
    server.handle(
        request,
        wrapped -> {
          Span span = telemetry.span("server").startSpan();
          try (Scope scope = span.makeCurrent()) {
            filter.doFilter(wrapped, null, (r, s) -> served.add(r));
          } finally {
            span.end();
          }
        });
  }
}
