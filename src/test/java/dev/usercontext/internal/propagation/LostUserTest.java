package dev.usercontext.internal.propagation;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A task of Quarkus, which gets the context of the one who hands it over, right or overwritten. */
class LostUserTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Test
  void nothingIsAddedToAContextThatIsRight() {
    ADA.run(() -> assertThat(LostUser.find()).isNull());
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

  @Test
  void nothingIsAttached() {
    other.run(
        overwritten(Context.root(), () -> assertThat(Context.current()).isSameAs(Context.root())));
  }

  /** Handed over in a scope of ADA, whose context was overwritten by this one. */
  private static Runnable overwritten(Context context, Runnable task) {
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
      try (Scope scope = context.makeCurrent()) {
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
