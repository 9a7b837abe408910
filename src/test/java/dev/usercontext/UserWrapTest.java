package dev.usercontext;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each wrapped task runs as ada in the trace of its making, on a thread that knows neither. */
class UserWrapTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Test
  void wrapsARunnable() {
    Runnable task = inTrace(() -> ADA.wrap((Runnable) () -> telemetry.record("task")));
    other.run(task::run);

    assertTask();
  }

  @Test
  void wrapsACallable() {
    Callable<String> task =
        inTrace(
            () ->
                ADA.wrap(
                    (Callable<String>)
                        () -> {
                          telemetry.record("task");
                          return "result";
                        }));

    assertThat(other.call(task)).isEqualTo("result");
    assertTask();
  }

  @Test
  void wrapsASupplier() {
    Supplier<String> supplier =
        inTrace(
            () ->
                ADA.wrapSupplier(
                    () -> {
                      telemetry.record("task");
                      return "result";
                    }));

    assertThat(other.call(supplier::get)).isEqualTo("result");
    assertTask();
  }

  @Test
  void wrapsAFunction() {
    Function<String, Integer> function =
        inTrace(
            () ->
                ADA.wrapFunction(
                    argument -> {
                      telemetry.record("task");
                      return argument.length();
                    }));

    assertThat(other.call(() -> function.apply("four"))).isEqualTo(4);
    assertTask();
  }

  @Test
  void wrapsAConsumer() {
    Consumer<String> consumer = inTrace(() -> ADA.wrapConsumer(telemetry::record));
    other.run(() -> consumer.accept("task"));

    assertTask();
  }

  @Test
  void wrapsACallback() throws Exception {
    Handler handler =
        inTrace(
            () ->
                ADA.wrapCallback(
                    Handler.class,
                    text -> {
                      telemetry.record("task");
                      return text.length();
                    }));

    assertThat(other.call(() -> handler.onAnswer("four"))).isEqualTo(4);
    assertThat(handler.more()).isEqualTo("more");
    assertTask();
  }

  @Test
  void whatACallbackThrowsPassesThrough() {
    IOException thrown = new IOException("from the callback");
    Handler handler =
        ADA.wrapCallback(
            Handler.class,
            text -> {
              throw thrown;
            });

    assertThat(catchThrowable(() -> handler.onAnswer("four"))).isSameAs(thrown);
  }

  @Test
  void aCallbackIsAnInterface() {
    assertThat(catchThrowable(() -> ADA.wrapCallback(String.class, "text")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** What a library calls back. */
  public interface Handler {
    int onAnswer(String text) throws IOException;

    default String more() {
      return "more";
    }
  }

  @Test
  void aTaskMayRunManyTimes() {
    Runnable task = ADA.wrap(() -> telemetry.record("task"));
    other.run(task::run);
    task.run();
    BOB.run(task);

    assertThat(telemetry.await(3)).allSatisfy(span -> assertThatSpan(span).carries(ADA));
  }

  @Test
  void aTaskGivesBackTheUserOfTheThreadThatRunsIt() {
    Runnable task = ADA.wrap(() -> {});
    BOB.run(
        () -> {
          task.run();
          telemetry.record("after");
        });

    assertThatSpan(telemetry.await()).carries(BOB);
  }

  @Test
  void exceptionsPassThroughUntouched() {
    IOException thrown = new IOException("from the task");
    Callable<Object> task =
        ADA.wrap(
            (Callable<Object>)
                () -> {
                  throw thrown;
                });

    assertThat(catchThrowable(task::call)).isSameAs(thrown);
  }

  private <T> T inTrace(Supplier<T> wrapping) {
    Span trace = telemetry.span("trace").startSpan();
    try (Scope scope = trace.makeCurrent()) {
      return wrapping.get();
    } finally {
      trace.end();
    }
  }

  private void assertTask() {
    other.run(() -> telemetry.record("after"));
    assertThatSpan(telemetry.await("task")).carries(ADA).hasParent(telemetry.await("trace"));
    assertThatSpan(telemetry.await("after")).carriesNobody();
  }
}
