package dev.usercontext.attributed;

import static dev.usercontext.attributed.AsynchronousTest.join;
import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.attributed.AsynchronousTest.AsynchronousInterceptor;
import dev.usercontext.attributed.AsynchronousTest.Reports;
import dev.usercontext.testkit.Deployment;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.SystemProperties;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code usercontext.propagation} means for {@code @Asynchronous} methods. */
class AsynchronousPropagationTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();
  @RegisterExtension final SystemProperties properties = new SystemProperties();

  @BeforeEach
  void useTheOtherThread() {
    AsynchronousInterceptor.executor = other.pool();
    Reports.telemetry = telemetry;
  }

  @Test
  void theTraceIsLeftToTheServer() {
    properties.set("usercontext.propagation", "user");
    Span caller = telemetry.span("caller").startSpan();
    deployed(
        reports -> {
          try (Scope scope = caller.makeCurrent()) {
            ADA.run(() -> join(reports.createPlain()));
          }
        });
    caller.end();

    assertThatSpan(telemetry.await("work")).carries(ADA);
    assertThat(telemetry.await("work").getParentSpanContext().isValid()).isFalse();
  }

  @Test
  void nothingIsCarriedButTheUserThatAMethodAsksFor() {
    properties.set("usercontext.propagation", "none");
    deployed(
        reports -> {
          ADA.run(() -> join(reports.createPlain()));
          ADA.run(() -> join(reports.createFor("carol")));
        });

    assertThatSpan(telemetry.await(2).get(0)).carriesNobody();
    assertThatSpan(telemetry.await(2).get(1)).carriesUser("carol");
  }

  private static void deployed(Consumer<Reports> work) {
    Deployment.FULL.run(
        container -> work.accept(container.select(Reports.class).get()),
        Reports.class,
        AsynchronousInterceptor.class);
  }
}
