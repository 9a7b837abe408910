package dev.usercontext.internal.current;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;

import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import dev.usercontext.internal.servlet.ServletIdentity;
import dev.usercontext.testkit.CdiTest;
import dev.usercontext.testkit.FakeRequest;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server has failed to end the request scope of a request, whose thread goes on to others. */
@CdiTest
@AddBeanClasses(LeftOverRequestScopeTest.Server.class)
class LeftOverRequestScopeTest {

  private static FakeRequest request;

  /** Has a bean for the request, as every server has. */
  static class Server {
    @Produces
    @RequestScoped
    HttpServletRequest request() {
      return request.request();
    }
  }

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Inject RequestContextController scope;

  private final RequestUser user = startRequest();

  @Test
  void isOfTheRequestWhileThisThreadProcessesIt() {
    user.enter();
    telemetry.record("during");

    assertThatSpan(telemetry.await("during")).carriesUser("carol");
  }

  @Test
  void isOfNobodyOnceThisThreadHasLeftIt() {
    user.enter();
    telemetry.record("during");
    user.leave();
    user.end();
    telemetry.record("task of somebody else");

    assertThatSpan(telemetry.await("task of somebody else")).carriesNobody();
  }

  @Test
  void isOfNobodyWhereTheRequestGoesOnElsewhere() {
    user.enter();
    telemetry.record("during");
    user.leave();
    other.run(user::enter);
    telemetry.record("task of somebody else");

    assertThatSpan(telemetry.await("task of somebody else")).carriesNobody();
  }

  @Test
  void isOfTheRequestAgainWhereItComesBack() {
    user.enter();
    user.leave();
    user.enter();
    telemetry.record("dispatched");

    assertThatSpan(telemetry.await("dispatched")).carriesUser("carol");
  }

  @Test
  void isOfTheRequestWithoutAFilterWhereTheServerNamesItsCaller() {
    other.run(user::enter);
    telemetry.record("dispatched");

    assertThatSpan(telemetry.await("dispatched")).carriesUser("carol");
  }

  @Test
  void isOfNobodyWithoutAFilterWhereTheServerNamesAnother() {
    other.run(user::enter);
    request.authenticateAs("dave");
    telemetry.record("task of somebody else");

    assertThatSpan(telemetry.await("task of somebody else")).carriesNobody();
  }

  @Test
  void isOfNobodyWhereTheServerHasGivenTheRequestObjectAway() {
    user.willBeTold();
    other.run(user::enter);
    telemetry.record("task of somebody else");

    assertThatSpan(telemetry.await("task of somebody else")).carriesNobody();
  }

  @Test
  void isOfTheRequestOnAThreadThatItWasCarriedTo() {
    user.enter();
    telemetry.record("during");
    user.leave();
    other.run(
        () -> {
          scope.activate();
          ActiveRequest.put(user);
          telemetry.record("carried");
          scope.deactivate();
        });

    assertThatSpan(telemetry.await("carried")).carriesUser("carol");
  }

  private static RequestUser startRequest() {
    request = FakeRequest.of("carol");
    return ServletIdentity.start(request.request(), new UserResolution(List.of()));
  }
}
