package dev.usercontext.internal.jaxrs;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import dev.usercontext.testkit.SystemProperties;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request that no servlet filter saw; here not on Quarkus, so without a context of its own. */
class RestRequestFilterTest {

  @RegisterExtension final SystemProperties properties = new SystemProperties();
  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  private final RestRequestFilter first = new RestRequestFilter();
  private final RestAuthenticationFilter afterAuthentication = new RestAuthenticationFilter();

  @Test
  void attributesTheServerSpan() {
    request(FakeRestRequest.of("carol"), () -> {});

    assertThatSpan(telemetry.await()).carriesUser("carol");
  }

  @Test
  void attributesTheServerSpanOnceTheApplicationHasAuthenticated() {
    FakeRestRequest request = FakeRestRequest.ofNobody();
    request(request, () -> request.authenticateAs("carol"));

    assertThatSpan(telemetry.await()).carriesUser("carol");
  }

  @Test
  void leavesTheServerSpanOfNobodyAsItIs() {
    request(FakeRestRequest.ofNobody(), () -> {});

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void attachesNothingToItsThread() {
    request(FakeRestRequest.of("carol"), () -> {});

    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void goesOnWithTheUserOfTheServletFilter() {
    RequestUser known = ofServletFilter("carol");
    FakeRestRequest request = FakeRestRequest.ofNobody();
    try (Scope scope = Context.root().with(Carried.KEY, known).makeCurrent()) {
      request(request, () -> request.authenticateAs("dave"));
      telemetry.record("span");
    }

    assertThatSpan(telemetry.await("span")).carriesUser("dave");
  }

  @Test
  void keepsTheUserOfTheServletFilterWhereRestKnowsNobody() {
    RequestUser known = ofServletFilter("carol");
    try (Scope scope = Context.root().with(Carried.KEY, known).makeCurrent()) {
      request(FakeRestRequest.ofNobody(), () -> {});
      telemetry.record("span");
    }

    assertThatSpan(telemetry.await("span")).carriesUser("carol");
  }

  @Test
  void doesNothingWhereSwitchedOff() {
    properties.set("usercontext.enabled", "false");
    FakeRestRequest request = FakeRestRequest.of("carol");
    request(request, () -> {});

    assertThatSpan(telemetry.await()).carriesNobody();
    assertThat(request.getProperty(RestRequestFilter.PROPERTY)).isNull();
  }

  private static RequestUser ofServletFilter(String user) {
    RequestUser known =
        new RequestUser(
            RestIdentity.of(FakeRestRequest.of(user).request()), new UserResolution(List.of()));
    known.enter();
    return known;
  }

  private void request(FakeRestRequest request, Runnable authentication) {
    Span server = telemetry.span("server").startSpan();
    try (Scope scope = Context.current().with(server).makeCurrent()) {
      first.filter(request.request());
      authentication.run();
      afterAuthentication.filter(request.request());
    } finally {
      server.end();
    }
  }
}
