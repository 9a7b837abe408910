package dev.usercontext.internal.propagation;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.internal.context.Attachment;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A task of Quarkus, which gets the context of the one who hands it over, right or overwritten. */
class LostUserTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Test
  void nothingIsAddedToAContextThatIsRight() {
    Context ofAda = ADA.storeInContext(Context.root());
    try (Scope scope = ofAda.makeCurrent()) {
      assertThat(LostUser.find()).isNull();
    }
    assertThat(LostUser.find()).isNull();
  }

  @Test
  void aTaskHasTheUserThatTheContextHasLost() {
    other.run(overwritten(Context.root(), () -> telemetry.record("task")));
    other.run(() -> telemetry.record("later"));

    assertThatSpan(telemetry.await("task")).carries(ADA);
    assertThatSpan(telemetry.await("later")).carriesNobody();
  }

  @Test
  void aTaskOfAScopeIsNotOfTheUserOutsideOfIt() {
    Context bobs = BOB.storeInContext(Context.root());
    other.run(overwritten(bobs, () -> telemetry.record("task")));

    assertThatSpan(telemetry.await("task")).carries(ADA);
  }

  @Test
  void aScopeWithinTheTaskWins() {
    other.run(
        overwritten(
            Context.root(),
            () -> {
              BOB.run(() -> telemetry.record("inner"));
              telemetry.record("task");
            }));

    assertThatSpan(telemetry.await("inner")).carries(BOB);
    assertThatSpan(telemetry.await("task")).carries(ADA);
  }

  /** A socket's step, which waits for what a request has asked for, goes on in its context. */
  @Test
  void aStepThatBringsNoContextIsNotOfTheUserWhoseContextItGoesOnIn() {
    Context ofBob = BOB.storeInContext(Context.root());
    other.run(overwritten(Context.root(), ofBob, () -> telemetry.record("step")));

    assertThatSpan(telemetry.await("step")).carries(ADA);
  }

  @Test
  void nothingIsAttached() {
    other.run(
        overwritten(Context.root(), () -> assertThat(Context.current()).isSameAs(Context.root())));
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void aStepOfAScopeLeavesNoUserBehind(Order order) {
    Runnable step = ADA.call(() -> order.step(() -> telemetry.record("step")));
    other.run(
        () -> {
          step.run();
          telemetry.record("next");
          assertThat(UserContext.current()).isEmpty();
        });

    assertThatSpan(telemetry.await("step")).carries(ADA);
    assertThatSpan(telemetry.await("next")).carriesNobody();
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void aStepOfAScopeInAScopeLeavesNoUserBehind(Order order) {
    Runnable step = BOB.call(() -> ADA.call(() -> order.step(() -> telemetry.record("step"))));
    other.run(
        () -> {
          step.run();
          telemetry.record("next");
        });

    assertThatSpan(telemetry.await("step")).carries(ADA);
    assertThatSpan(telemetry.await("next")).carriesNobody();
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void aStepOfAScopeDoesNotBringTheTraceOfItsRequest(Order order) {
    Span request = telemetry.span("request").startSpan();
    Runnable step;
    try (Scope scope = request.makeCurrent()) {
      step = ADA.call(() -> order.step(() -> telemetry.record("step")));
    }
    other.run(
        () -> {
          step.run();
          telemetry.record("next");
        });
    request.end();

    assertThatSpan(telemetry.await("step")).carries(ADA).hasParent(telemetry.await("request"));
    assertThatSpan(telemetry.await("next")).carriesNobody();
    assertThat(telemetry.await("next").getParentSpanContext().isValid()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void aStepWithinItsScopeLeavesThatAsItIs(Order order) {
    Span inner = telemetry.span("inner").startSpan();
    ADA.run(
        () -> {
          try (Scope scope = inner.makeCurrent()) {
            Context before = Context.current();
            order.step(() -> telemetry.record("step")).run();
            assertThat(Context.current()).isSameAs(before);
            telemetry.record("next");
          }
          order.step(() -> {}).run();
          assertThat(UserContext.current()).contains(ADA);
        });
    inner.end();

    assertThatSpan(telemetry.await("step")).carries(ADA);
    assertThatSpan(telemetry.await("next")).carries(ADA).hasParent(telemetry.await("inner"));
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void aStepOfAScopeGoesBackToWhatRecords(Order order) {
    Runnable step = ADA.call(() -> order.step(() -> telemetry.record("step")));
    Span request = telemetry.span("request").startSpan();
    Context ofBob = BOB.storeInContext(Context.root()).with(request);
    other.run(
        ofBob.wrap(
            () -> {
              step.run();
              assertThat(Context.current()).isSameAs(ofBob);
            }));
    request.end();

    assertThatSpan(telemetry.await("step")).carries(ADA);
  }

  /** How Quarkus runs a step of a Uni, beside ours. Providers have no order of their own. */
  enum Order {
    OURS_WITHIN {
      @Override
      Runnable beside(LostUser lost, Context captured, Runnable task) {
        return () -> attached(captured, () -> within(lost, task));
      }
    },
    OURS_AROUND {
      @Override
      Runnable beside(LostUser lost, Context captured, Runnable task) {
        return () -> within(lost, () -> attached(captured, task));
      }
    };

    abstract Runnable beside(LostUser lost, Context captured, Runnable task);

    Runnable step(Runnable task) {
      Context captured = Context.current();
      LostUser lost = LostUser.find();
      return lost == null ? () -> attached(captured, task) : beside(lost, captured, task);
    }

    private static void within(LostUser lost, Runnable task) {
      Runnable end = lost.stepIn();
      try {
        task.run();
      } finally {
        end.run();
      }
    }

    /** As OpenTelemetryMpContextPropagationProvider. */
    private static void attached(Context captured, Runnable task) {
      Context before = Context.current();
      Attachment.attach(captured);
      try {
        task.run();
      } finally {
        if (Span.fromContext(before).isRecording()) {
          Attachment.attach(before);
        }
      }
    }
  }

  /** Handed over in a scope of ADA, whose context was overwritten by this one. */
  private static Runnable overwritten(Context context, Runnable task) {
    return overwritten(context, context, task);
  }

  /** The same where the task finds {@code later}. */
  private static Runnable overwritten(Context context, Context later, Runnable task) {
    LostUser lost;
    try (Scope outside = context.makeCurrent()) {
      lost =
          ADA.call(
              () -> {
                try (Scope overwriting = context.makeCurrent()) {
                  return LostUser.find();
                }
              });
    }
    return () -> {
      try (Scope scope = later.makeCurrent()) {
        Runnable end = Objects.requireNonNull(lost).stepIn();
        try {
          task.run();
        } finally {
          end.run();
        }
      }
    };
  }
}
