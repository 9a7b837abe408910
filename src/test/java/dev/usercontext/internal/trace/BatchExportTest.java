package dev.usercontext.internal.trace;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.Telemetry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As servers export: later, and on a thread that knows no user. */
class BatchExportTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.batch();

  @Test
  void exportsEachSpanWithItsOwnUser() {
    for (int i = 0; i < 100; i++) {
      ADA.run(() -> telemetry.record("ada"));
      BOB.run(() -> telemetry.record("bob"));
    }

    assertThat(telemetry.await(200))
        .allSatisfy(span -> assertThatSpan(span).carriesUser(span.getName()));
  }
}
