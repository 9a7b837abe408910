package dev.usercontext.internal.propagation;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.BOB;

import dev.usercontext.internal.config.Propagation;
import dev.usercontext.testkit.ClosedUnderSpan;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Managed tasks handed over after a scope that the context still shows. */
class TaskAfterScopeTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void isOfTheUserOutsideOfIt(Propagation propagation) {
    BOB.run(() -> ClosedUnderSpan.run(telemetry, () -> handOver(propagation)));

    assertThatSpan(telemetry.await("task")).carries(BOB);
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void isOfNobodyWhereNobodyWasOutsideOfIt(Propagation propagation) {
    ClosedUnderSpan.run(telemetry, () -> handOver(propagation));

    assertThatSpan(telemetry.await("task")).carriesNobody();
  }

  private void handOver(Propagation propagation) {
    CapturedContext captured = CapturedContext.current(propagation);
    other.run(
        () -> {
          Runnable end = CapturedContext.attach(captured);
          telemetry.record("task");
          end.run();
        });
  }
}
