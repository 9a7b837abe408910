package dev.usercontext.internal.propagation;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.SystemProperties;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both specifications, as a server uses their providers: found by ServiceLoader. */
class ThreadContextProvidersTest {

  /** Captures on the thread that asks; what comes of it is run on the thread of the task. */
  enum Specification {
    JAKARTA {
      @Override
      Supplier<Runnable> capture(boolean cleared) {
        var provider = only(jakarta.enterprise.concurrent.spi.ThreadContextProvider.class);
        var snapshot =
            cleared ? provider.clearedContext(Map.of()) : provider.currentContext(Map.of());
        assertThat(provider.getThreadContextType()).isEqualTo("dev.usercontext");
        return () -> snapshot.begin()::endContext;
      }
    },
    MICROPROFILE {
      @Override
      Supplier<Runnable> capture(boolean cleared) {
        var provider = only(org.eclipse.microprofile.context.spi.ThreadContextProvider.class);
        var snapshot =
            cleared ? provider.clearedContext(Map.of()) : provider.currentContext(Map.of());
        assertThat(provider.getThreadContextType()).isEqualTo("dev.usercontext");
        return () -> snapshot.begin()::endContext;
      }
    };

    abstract Supplier<Runnable> capture(boolean cleared);

    private static <T> T only(Class<T> type) {
      Stream<T> ours =
          ServiceLoader.load(type).stream()
              .map(ServiceLoader.Provider::get)
              .filter(provider -> provider.getClass().getName().startsWith("dev.usercontext."));
      return ours.reduce((one, other) -> null).orElseThrow();
    }

    Runnable propagate(Runnable task) {
      return with(capture(false), task);
    }

    Runnable clear(Runnable task) {
      return with(capture(true), task);
    }

    private static Runnable with(Supplier<Runnable> begin, Runnable task) {
      return () -> {
        Runnable end = begin.get();
        try {
          task.run();
        } finally {
          end.run();
        }
      };
    }
  }

  private static final ContextKey<String> FOREIGN = ContextKey.named("foreign");

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();
  @RegisterExtension final SystemProperties properties = new SystemProperties();

  @ParameterizedTest
  @EnumSource
  void carriesUserAndTrace(Specification specification) {
    Span parent = telemetry.span("parent").startSpan();
    Runnable task;
    try (Scope scope = parent.makeCurrent()) {
      task = ADA.call(() -> specification.propagate(() -> telemetry.record("task")));
    }
    other.run(task);
    parent.end();

    assertThatSpan(telemetry.await("task")).carries(ADA).hasParent(telemetry.await("parent"));
  }

  @ParameterizedTest
  @EnumSource
  void carriesTheUserAlone(Specification specification) {
    properties.set("usercontext.propagation", "user");
    Span parent = telemetry.span("parent").startSpan();
    Runnable task;
    try (Scope scope = parent.makeCurrent()) {
      task = ADA.call(() -> specification.propagate(() -> telemetry.record("task")));
    }
    other.run(task);
    parent.end();

    assertThatSpan(telemetry.await("task")).carries(ADA);
    assertThat(telemetry.await("task").getParentSpanContext().isValid()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void carriesNothing(Specification specification) {
    properties.set("usercontext.propagation", "none");
    other.run(ADA.call(() -> specification.propagate(() -> telemetry.record("task"))));
    other.run(ADA.wrap(specification.clear(() -> telemetry.record("clear"))));

    assertThatSpan(telemetry.await("task")).carriesNobody();
    assertThatSpan(telemetry.await("clear")).carries(ADA);
  }

  @ParameterizedTest
  @EnumSource
  void carriesNothingWhereSwitchedOff(Specification specification) {
    properties.set("usercontext.enabled", "false");
    Context context = Context.root().with(FOREIGN, "theirs");
    Runnable task;
    try (Scope scope = context.makeCurrent()) {
      task = specification.propagate(() -> assertThat(Context.current()).isSameAs(Context.root()));
    }

    other.run(task);
  }

  @ParameterizedTest
  @EnumSource
  void clearsTheUserOfTheThread(Specification specification) {
    other.run(
        ADA.wrap(
            () -> {
              specification.clear(() -> telemetry.record("clear")).run();
              telemetry.record("after");
            }));

    assertThatSpan(telemetry.await("clear")).carriesNobody();
    assertThatSpan(telemetry.await("after")).carries(ADA);
  }

  @ParameterizedTest
  @EnumSource
  void bringsBackWhatItFound(Specification specification) {
    Runnable task =
        ADA.call(
            () ->
                specification.propagate(
                    () -> {
                      BOB.makeCurrent();
                      Context.current().with(FOREIGN, "left open").makeCurrent();
                    }));
    UserContext eve = UserContext.builder("eve").build();

    other.run(
        () ->
            eve.run(
                () -> {
                  Context before = Context.current();
                  task.run();
                  assertThat(Context.current()).isSameAs(before);
                  telemetry.record("after");
                }));

    assertThatSpan(telemetry.await("after")).carriesUser("eve");
  }

  @ParameterizedTest
  @EnumSource
  void winsOverWhatAnEarlierTaskHasLeft(Specification specification) {
    other.leftDirty().run(BOB::makeCurrent);
    other.run(ADA.call(() -> specification.propagate(() -> telemetry.record("task"))));

    assertThatSpan(telemetry.await("task")).carries(ADA);
  }

  @ParameterizedTest
  @EnumSource
  void aTaskOfNobodyDoesNotTakeWhatAnEarlierOneHasLeft(Specification specification) {
    other.leftDirty().run(BOB::makeCurrent);
    other.run(specification.propagate(() -> telemetry.record("task")));

    assertThatSpan(telemetry.await("task")).carriesNobody();
  }

  @ParameterizedTest
  @EnumSource
  void theSameSnapshotServesManyRuns(Specification specification) {
    Runnable task = ADA.call(() -> specification.propagate(() -> telemetry.record("task")));
    other.run(task);
    BOB.run(task);
    telemetry.record("after");

    assertThat(telemetry.await(3))
        .filteredOn(span -> span.getName().equals("task"))
        .allSatisfy(span -> assertThatSpan(span).carries(ADA));
    assertThatSpan(telemetry.await("after")).carriesNobody();
  }
}
