package dev.usercontext.internal.servlet;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.FakeRequest;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One request that comes through the filter more than once. */
class DispatchTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  private final FakeServer server = new FakeServer();

  @Test
  void aForwardWithinAScopeStaysInIt() {
    FakeRequest request = FakeRequest.of("carol");
    server.handle(
        request,
        () -> {
          ADA.run(() -> server.handle(request, () -> telemetry.record("forward")));
          telemetry.record("after");
        });

    assertThatSpan(telemetry.await("forward")).carries(ADA);
    assertThatSpan(telemetry.await("after")).carriesUser("carol");
  }

  @Test
  void anErrorDispatchAfterTheFirstIsOfTheSameUser() {
    FakeRequest request = FakeRequest.of("carol");
    server.handle(request, () -> telemetry.record("request"));
    server.handle(request, () -> telemetry.record("error page"));

    assertThatSpan(telemetry.await("error page")).carriesUser("carol");
  }

  @Test
  void anAsyncRedispatchGoesOnAsTheSameUser() {
    FakeRequest request = FakeRequest.of("carol");
    server.handle(request, () -> request.startAsync(true));
    other.run(
        () -> {
          server.handle(request, () -> telemetry.record("redispatch"));
          telemetry.record("after");
        });

    assertThatSpan(telemetry.await("redispatch")).carriesUser("carol");
    assertThatSpan(telemetry.await("after")).carriesNobody();
  }

  @Test
  void aLoginBetweenTwoDispatchesReachesTheSpansOfTheFirst() {
    FakeRequest request = FakeRequest.ofNobody();
    AtomicReference<Span> first = new AtomicReference<>();
    server.handle(
        request,
        () -> {
          first.set(telemetry.span("first").startSpan());
          request.startAsync(true);
        });
    request.authenticateAs("carol");
    server.handle(request, () -> telemetry.record("redispatch"));
    first.get().end();

    assertThatSpan(telemetry.await("first")).carriesUser("carol");
    assertThatSpan(telemetry.await("redispatch")).carriesUser("carol");
  }

  @Test
  void theContainerIsNotAskedBetweenTwoDispatches() {
    FakeRequest request = FakeRequest.ofNobody();
    AtomicReference<Context> context = new AtomicReference<>();
    server.handle(
        request,
        () -> {
          context.set(Context.current());
          request.startAsync(true);
        });
    int asked = request.questions();
    context.get().wrap(() -> telemetry.record("between")).run();

    assertThatSpan(telemetry.await("between")).carriesNobody();
    assertThat(request.questions()).isEqualTo(asked);
  }

  @Test
  void aRequestThatComesBackWrappedIsNotWrappedAgain() {
    FakeRequest request = FakeRequest.of("carol");
    AtomicReference<HttpServletRequest> wrapped = new AtomicReference<>();
    AtomicReference<HttpServletRequest> again = new AtomicReference<>();
    server.handle(request, wrapped::set);
    server.dispatch(wrapped.get(), again::set);

    assertThat(wrapped.get()).isNotSameAs(request.request());
    assertThat(again.get()).isSameAs(wrapped.get());
  }

  @Test
  void aRequestThatTheApplicationHasWrappedIsNotWrappedAgain() {
    AtomicReference<HttpServletRequest> ofApplication = new AtomicReference<>();
    AtomicReference<HttpServletRequest> again = new AtomicReference<>();
    server.handle(
        FakeRequest.of("carol"),
        request -> ofApplication.set(new HttpServletRequestWrapper(request)));
    server.dispatch(ofApplication.get(), again::set);

    assertThat(again.get()).isSameAs(ofApplication.get());
  }
}
