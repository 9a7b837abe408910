package dev.usercontext.cdi;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;

import dev.usercontext.testkit.CdiTest;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.security.Principal;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thread to which the server brings the caller, in an application without Jakarta Security. */
@CdiTest
@AddBeanClasses(PrincipalThreadTest.Server.class)
class PrincipalThreadTest {

  private static volatile String caller;

  /** What the container's own bean says on whichever thread. */
  static class Server {
    @Produces
    @Dependent
    Principal principal() {
      return () -> caller;
    }
  }

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Test
  void aSpanIsOfTheCaller() {
    caller = "carol";
    other.run(() -> telemetry.record("span"));

    assertThatSpan(telemetry.await()).carriesUser("carol");
  }

  @Test
  void anonymousIsNobody() {
    caller = "anonymous";
    other.run(() -> telemetry.record("span"));

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void aScopeWins() {
    caller = "carol";
    other.run(ADA.wrap(() -> telemetry.record("span")));

    assertThatSpan(telemetry.await()).carries(ADA);
  }
}
