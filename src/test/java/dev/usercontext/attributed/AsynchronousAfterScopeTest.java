package dev.usercontext.attributed;

import static dev.usercontext.attributed.AsynchronousTest.join;
import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.BOB;

import dev.usercontext.attributed.AsynchronousTest.AsynchronousInterceptor;
import dev.usercontext.attributed.AsynchronousTest.Reports;
import dev.usercontext.testkit.CdiTest;
import dev.usercontext.testkit.ClosedUnderSpan;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import jakarta.inject.Inject;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code @Asynchronous} methods called after a scope that the context still shows. */
@CdiTest
@AddBeanClasses(AsynchronousInterceptor.class)
class AsynchronousAfterScopeTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Inject Reports reports;

  @BeforeEach
  void useTheOtherThread() {
    AsynchronousInterceptor.executor = other.pool();
    Reports.telemetry = telemetry;
  }

  @Test
  void theUserOutsideOfItArrives() {
    BOB.run(() -> ClosedUnderSpan.run(telemetry, () -> join(reports.createPlain())));

    assertThatSpan(telemetry.await("work")).carries(BOB).hasParent(telemetry.await("span"));
  }

  @Test
  void nobodyArrivesWhereNobodyWasOutsideOfIt() {
    ClosedUnderSpan.run(telemetry, () -> join(reports.createPlain()));

    assertThatSpan(telemetry.await("work")).carriesNobody().hasParent(telemetry.await("span"));
  }
}
