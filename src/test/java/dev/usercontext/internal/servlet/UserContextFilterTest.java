package dev.usercontext.internal.servlet;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usercontext.UserContext;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.testkit.FakeRequest;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserContextFilterTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  private final FakeServer server = new FakeServer();

  @Test
  void aRequestRunsAsItsUser() {
    server.handle(
        FakeRequest.of("carol"),
        () -> {
          telemetry.record("in");
          assertThat(UserContext.current()).map(UserContext::userId).hasValue("carol");
        });
    telemetry.record("after");

    assertThatSpan(telemetry.await("in")).carriesUser("carol");
    assertThatSpan(telemetry.await("after")).carriesNobody();
  }

  @Test
  void aRequestOfNobodyHidesWhateverIsOutside() {
    ADA.run(
        () -> {
          server.handle(FakeRequest.ofNobody(), () -> telemetry.record("in"));
          telemetry.record("after");
        });

    assertThatSpan(telemetry.await("in")).carriesNobody();
    assertThatSpan(telemetry.await("after")).carries(ADA);
  }

  @Test
  void anExplicitScopeInARequestWins() {
    server.handle(
        FakeRequest.of("carol"),
        () -> {
          ADA.run(() -> telemetry.record("scope"));
          telemetry.record("request");
        });

    assertThatSpan(telemetry.await("scope")).carries(ADA);
    assertThatSpan(telemetry.await("request")).carriesUser("carol");
  }

  @Test
  void requestsOnOneThreadEachHaveTheirOwnUser() {
    server.handle(FakeRequest.of("carol"), () -> telemetry.record("carol"));
    server.handle(FakeRequest.ofNobody(), () -> telemetry.record("nobody"));
    server.handle(FakeRequest.of("dave"), () -> telemetry.record("dave"));

    assertThatSpan(telemetry.await("carol")).carriesUser("carol");
    assertThatSpan(telemetry.await("nobody")).carriesNobody();
    assertThatSpan(telemetry.await("dave")).carriesUser("dave");
  }

  @Test
  void aServerSpanThatBeganBeforeTheFilterGetsTheUserToo() {
    Span span = telemetry.span("server").startSpan();
    try (Scope scope = span.makeCurrent()) {
      server.handle(FakeRequest.of("carol"), () -> telemetry.record("child"));
    }
    span.end();

    assertThatSpan(telemetry.await("server")).carriesUser("carol");
    assertThatSpan(telemetry.await("child"))
        .carriesUser("carol")
        .hasParent(telemetry.await("server"));
  }

  @Test
  void theRequestObjectIsLeftAloneOnceTheRequestIsOver() {
    FakeRequest request = FakeRequest.ofNobody();
    AtomicReference<Context> context = new AtomicReference<>();
    server.handle(
        request,
        () -> {
          telemetry.record("in");
          context.set(Context.current());
        });
    int asked = request.questions();
    context.get().wrap(() -> telemetry.record("late")).run();

    assertThatSpan(telemetry.await("late")).carriesNobody();
    assertThat(request.questions()).isEqualTo(asked);
  }

  @Test
  void aRequestThatIsNotHttpIsPassedThrough() throws Exception {
    ServletRequest plain = new ServletRequestWrapper(FakeRequest.ofNobody().request());
    AtomicReference<ServletRequest> seen = new AtomicReference<>();
    new UserContextFilter(UserContextConfig.load())
        .doFilter(plain, null, (request, response) -> seen.set(request));

    assertThat(seen.get()).isSameAs(plain);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ServletException.class,
        IOException.class,
        IllegalStateException.class,
        StackOverflowError.class
      })
  void exceptionsPassThroughUntouched(Class<? extends Throwable> type) throws Exception {
    Throwable thrown = type.getConstructor().newInstance();
    FakeRequest request = FakeRequest.of("carol");

    assertThat(catchThrowable(() -> server.handle(request, fails -> throwIt(thrown))))
        .isSameAs(thrown);
    assertThat(thrown.getSuppressed()).isEmpty();
    assertThat(UserContext.current()).isEmpty();
  }

  private static void throwIt(Throwable thrown) throws Throwable {
    throw thrown;
  }
}
