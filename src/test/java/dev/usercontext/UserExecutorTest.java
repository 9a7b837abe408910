package dev.usercontext;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is handed to ada's executor runs as ada, in the trace that is current then. */
class UserExecutorTest {

  private static final String RESULT = "result";

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  private ExecutorService executor;

  @BeforeEach
  void wrap() {
    executor = ADA.wrap((ExecutorService) other.pool());
  }

  @Test
  void executesOnAnExecutor() throws Exception {
    Executor plain = ADA.wrap((Executor) other.pool());
    inTrace(() -> plain.execute(this::task));

    assertTasks(1);
  }

  @Test
  void executes() throws Exception {
    inTrace(() -> executor.execute(this::task));

    assertTasks(1);
  }

  @Test
  void submitsARunnable() throws Exception {
    inTrace(() -> assertThat(executor.submit(this::task).get()).isNull());

    assertTasks(1);
  }

  @Test
  void submitsARunnableWithAResult() throws Exception {
    inTrace(() -> assertThat(executor.submit(this::task, RESULT).get()).isEqualTo(RESULT));

    assertTasks(1);
  }

  @Test
  void submitsACallable() throws Exception {
    inTrace(() -> assertThat(executor.submit(this::callable).get()).isEqualTo(RESULT));

    assertTasks(1);
  }

  @Test
  void invokesAll() throws Exception {
    List<Callable<String>> tasks = List.of(this::callable, this::callable);
    inTrace(() -> assertThat(executor.invokeAll(tasks)).extracting(Future::get).hasSize(2));

    assertTasks(2);
  }

  @Test
  void invokesAllWithinATime() throws Exception {
    List<Callable<String>> tasks = List.of(this::callable, this::callable);
    inTrace(
        () ->
            assertThat(executor.invokeAll(tasks, 10, TimeUnit.SECONDS))
                .extracting(Future::get)
                .containsOnly(RESULT));

    assertTasks(2);
  }

  @Test
  void invokesAny() throws Exception {
    inTrace(
        () -> assertThat(executor.<String>invokeAny(List.of(this::callable))).isEqualTo(RESULT));

    assertTasks(1);
  }

  @Test
  void invokesAnyWithinATime() throws Exception {
    List<Callable<String>> tasks = List.of(this::callable);
    inTrace(() -> assertThat(executor.invokeAny(tasks, 10, TimeUnit.SECONDS)).isEqualTo(RESULT));

    assertTasks(1);
  }

  @Test
  void leavesTheTasksOfOthersAlone() throws Exception {
    executor.submit(this::task).get();
    other.run(() -> telemetry.record("unwrapped"));

    assertThatSpan(telemetry.await("unwrapped")).carriesNobody();
  }

  @Test
  void keepsItsUserWhoeverHandsOver() throws Exception {
    Future<String> future = BOB.call(() -> executor.submit(this::callable));
    future.get();

    assertThatSpan(telemetry.await()).carries(ADA);
  }

  @Test
  void hasTheLifeOfWhatItWraps() throws Exception {
    ExecutorService own = Executors.newSingleThreadExecutor();
    ExecutorService wrapped = ADA.wrap(own);
    assertThat(wrapped.isShutdown()).isFalse();
    assertThat(wrapped.isTerminated()).isFalse();

    wrapped.shutdown();

    assertThat(own.isShutdown()).isTrue();
    assertThat(wrapped.isShutdown()).isTrue();
    assertThat(wrapped.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(wrapped.isTerminated()).isTrue();
    assertThat(wrapped.shutdownNow()).isEmpty();
  }

  private void task() {
    telemetry.record("task");
  }

  private String callable() {
    task();
    return RESULT;
  }

  private interface Step {
    void run() throws Exception;
  }

  private void inTrace(Step step) throws Exception {
    Span trace = telemetry.span("trace").startSpan();
    try (Scope scope = trace.makeCurrent()) {
      step.run();
    } finally {
      trace.end();
    }
  }

  private void assertTasks(int count) {
    var spans = telemetry.await(count + 1);
    var trace = telemetry.await("trace");
    assertThatSpan(trace).carriesNobody();
    assertThat(spans)
        .filteredOn(span -> span.getName().equals("task"))
        .hasSize(count)
        .allSatisfy(span -> assertThatSpan(span).carries(ADA).hasParent(trace));
  }
}
