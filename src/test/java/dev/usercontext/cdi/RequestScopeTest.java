package dev.usercontext.cdi;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.internal.context.Attachment;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.testkit.CdiTest;
import dev.usercontext.testkit.FakeRequest;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The context is lost, or no filter ran, but CDI's request scope is active and has a request. */
@CdiTest
@AddBeanClasses(RequestScopeTest.Server.class)
class RequestScopeTest {

  private static FakeRequest request;

  /** Has a bean for the request, as every server has. */
  static class Server {
    @Produces
    @RequestScoped
    HttpServletRequest request() {
      request = FakeRequest.of("carol");
      return request.request();
    }
  }

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Inject UserContext user;

  @Test
  void aSpanWithoutContextIsOfTheRequest() {
    telemetry.record("span");

    assertThatSpan(telemetry.await()).carriesUser("carol");
    assertThat(UserContext.current()).map(UserContext::userId).hasValue("carol");
    assertThat(user.userId()).isEqualTo("carol");
  }

  @Test
  void aServerSpanIsOfTheRequestToo() {
    telemetry.span("server").setSpanKind(SpanKind.SERVER).startSpan().end();

    assertThatSpan(telemetry.await()).carriesUser("carol");
  }

  @Test
  void aScopeWinsOverTheRequest() {
    ADA.run(
        () -> {
          telemetry.record("scope");
          Attachment.attach(Context.root());
          telemetry.record("lost");
        });

    telemetry.await(2).forEach(span -> assertThatSpan(span).carries(ADA));
  }

  @Test
  void anExplicitNobodyWinsOverTheRequest() {
    try (Scope scope = Context.root().with(Carried.KEY, Carried.NOBODY).makeCurrent()) {
      telemetry.record("span");
    }

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void theRequestWinsOverTheParentSpan() {
    Span parent = other.call(() -> ADA.call(() -> telemetry.span("parent").startSpan()));
    telemetry.span("child").setParent(Context.root().with(parent)).startSpan().end();
    parent.end();

    assertThatSpan(telemetry.await("child")).carriesUser("carol");
  }

  @Test
  void anotherThreadIsNotOfTheRequest() {
    telemetry.record("here");
    other.run(() -> telemetry.record("elsewhere"));

    assertThatSpan(telemetry.await("elsewhere")).carriesNobody();
  }

  @Test
  void aLoginIsNoticedWithoutAFilter() {
    telemetry.record("carol");
    request.authenticateAs("dave");
    telemetry.record("dave");

    assertThatSpan(telemetry.await("carol")).carriesUser("carol");
    assertThatSpan(telemetry.await("dave")).carriesUser("dave");
  }

  @Test
  void aLogoutIsNoticedWithoutAFilter() {
    telemetry.record("carol");
    request.logout();
    telemetry.record("nobody");

    assertThatSpan(telemetry.await("nobody")).carriesNobody();
  }
}
