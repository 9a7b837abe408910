package dev.usercontext.cdi;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.request.IdentitySource;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import dev.usercontext.testkit.CdiTest;
import dev.usercontext.testkit.Duck;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.List;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thread to which the server brings the caller of Jakarta Security, but no context. */
@CdiTest
@AddBeanClasses(ManagedThreadTest.Server.class)
class ManagedThreadTest {

  private static volatile Principal caller = () -> "carol";

  /** What Jakarta Security says on whichever thread. */
  static class Server {
    @Produces
    @ApplicationScoped
    SecurityContext securityContext() {
      return Duck.as(SecurityContext.class, this);
    }

    public Principal getCallerPrincipal() {
      if (caller == null) {
        throw new IllegalStateException("no caller here");
      }
      return caller;
    }
  }

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @AfterEach
  void login() {
    caller = () -> "carol";
  }

  @Test
  void aSpanIsOfTheCaller() {
    other.run(
        () -> {
          telemetry.record("span");
          assertThat(UserContext.current()).map(UserContext::userId).hasValue("carol");
        });

    assertThatSpan(telemetry.await()).carriesUser("carol");
  }

  @Test
  void theCallerOfThatMomentCounts() {
    other.run(() -> telemetry.record("carol"));
    caller = () -> "dave";
    other.run(() -> telemetry.record("dave"));

    assertThatSpan(telemetry.await("carol")).carriesUser("carol");
    assertThatSpan(telemetry.await("dave")).carriesUser("dave");
  }

  @Test
  void aServerSpanIsNot() {
    other.run(() -> telemetry.span("server").setSpanKind(SpanKind.SERVER).startSpan().end());

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void aScopeWins() {
    other.run(ADA.wrap(() -> telemetry.record("span")));

    assertThatSpan(telemetry.await()).carries(ADA);
  }

  @Test
  void anExplicitNobodyWins() {
    other.run(
        () -> {
          try (Scope scope = Context.root().with(Carried.KEY, Carried.NOBODY).makeCurrent()) {
            telemetry.record("span");
          }
        });

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void theParentSpanWins() {
    Span parent = ADA.call(() -> telemetry.span("parent").startSpan());
    other.run(
        () -> telemetry.span("child").setParent(Context.root().with(parent)).startSpan().end());
    parent.end();

    assertThatSpan(telemetry.await("child")).carries(ADA);
  }

  @Test
  void theCallerWinsOverTheProcessUser() {
    UserContext.setProcessUser(BOB);
    other.run(() -> telemetry.record("span"));
    UserContext.clearProcessUser();

    assertThatSpan(telemetry.await()).carriesUser("carol");
  }

  @Test
  void theProcessUserIsLast() {
    caller = () -> "anonymous";
    UserContext.setProcessUser(BOB);
    other.run(() -> telemetry.record("span"));
    UserContext.clearProcessUser();

    assertThatSpan(telemetry.await()).carries(BOB);
  }

  @Test
  void theCallerIsNotBelievedOnceAScopeOfSomebodyElseWasOpenedInARequest() {
    inRequestOf("erin", () -> ADA.run(() -> {}));
    caller = () -> "erin";
    other.run(() -> telemetry.record("span"));

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void aScopeOfTheSameUserIsNoReasonNotToBelieve() {
    UserContext frank = UserContext.builder("frank").attr("plan", "pro").build();
    inRequestOf("frank", () -> frank.run(() -> frank.run(() -> {})));
    caller = () -> "frank";
    other.run(() -> telemetry.record("span"));

    assertThatSpan(telemetry.await()).carriesUser("frank");
  }

  @Test
  void aScopeWithinAScopeOfTheSameUserCounts() {
    UserContext grace = UserContext.builder("grace").build();
    inRequestOf("grace", () -> grace.run(() -> ADA.run(() -> {})));
    caller = () -> "grace";
    other.run(() -> telemetry.record("span"));

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void aContextOfSomebodyElseThatARequestStoresCountsAsAScope() {
    inRequestOf("heidi", () -> ADA.storeInContext(Context.current()));
    caller = () -> "heidi";
    other.run(() -> telemetry.record("span"));

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void aLoginWithinAScopeOfSomebodyElseCountsToo() {
    Container container = new Container(null);
    RequestUser request = new RequestUser(container, new UserResolution(List.of()));
    request.enter();
    try (Scope scope = Context.root().with(Carried.KEY, request).makeCurrent()) {
      ADA.run(
          () -> {
            container.principal = () -> "ivan";
            request.loginChanged();
          });
    }
    request.leave();
    caller = () -> "ivan";
    other.run(() -> telemetry.record("span"));

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  private static void inRequestOf(String name, Runnable task) {
    RequestUser request = new RequestUser(new Container(() -> name), new UserResolution(List.of()));
    request.user();
    request.lookAgain();
    try (Scope scope = Context.root().with(Carried.KEY, request).makeCurrent()) {
      task.run();
    }
  }

  private static final class Container implements IdentitySource {
    private Principal principal;

    private Container(Principal principal) {
      this.principal = principal;
    }

    @Override
    public Principal principal() {
      return principal;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      return null;
    }
  }

  @Test
  void aCallerThatCannotBeAskedForCostsTheUserOnly() {
    caller = null;
    other.run(() -> telemetry.record("span"));

    assertThatSpan(telemetry.await()).carriesNobody();
  }
}
