package dev.usercontext;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UserScheduledExecutorTest {

  private static final int RUNS = 3;

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  private final CountDownLatch runs = new CountDownLatch(RUNS);
  private ScheduledExecutorService executor;

  @BeforeEach
  void wrap() {
    executor = ADA.wrap(other.pool());
  }

  @Test
  void schedulesARunnable() throws Exception {
    inTrace(() -> executor.schedule(this::task, 1, TimeUnit.MILLISECONDS)).get();

    assertTasks(1);
  }

  @Test
  void schedulesACallable() throws Exception {
    ScheduledFuture<String> future =
        inTrace(
            () ->
                executor.schedule(
                    () -> {
                      task();
                      return "result";
                    },
                    1,
                    TimeUnit.MILLISECONDS));

    assertThat(future.get()).isEqualTo("result");
    assertTasks(1);
  }

  @Test
  void everyRunAtAFixedRateCounts() throws Exception {
    inTrace(() -> executor.scheduleAtFixedRate(this::task, 0, 1, TimeUnit.MILLISECONDS));
    runs.await();

    assertTasks(RUNS);
  }

  @Test
  void everyRunWithAFixedDelayCounts() throws Exception {
    inTrace(() -> executor.scheduleWithFixedDelay(this::task, 0, 1, TimeUnit.MILLISECONDS));
    runs.await();

    assertTasks(RUNS);
  }

  @Test
  void schedulesWithoutDelayAsAnyExecutor() throws Exception {
    inTrace(() -> executor.submit(this::task)).get();

    assertTasks(1);
  }

  private void task() {
    if (runs.getCount() > 0) {
      telemetry.record("task");
      runs.countDown();
    }
  }

  private <T> T inTrace(Supplier<T> scheduling) {
    Span trace = telemetry.span("trace").startSpan();
    try (Scope scope = trace.makeCurrent()) {
      return scheduling.get();
    } finally {
      trace.end();
    }
  }

  private void assertTasks(int count) {
    assertThat(telemetry.await(count + 1))
        .filteredOn(span -> span.getName().equals("task"))
        .hasSize(count)
        .allSatisfy(span -> assertThatSpan(span).carries(ADA).hasParent(telemetry.await("trace")));
  }
}
