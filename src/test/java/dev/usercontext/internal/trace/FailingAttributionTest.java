package dev.usercontext.internal.trace;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContextCounters;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.testkit.LoggedMessages;
import dev.usercontext.testkit.Sneaky;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes wrong while a span starts costs that span its user, and nothing else. */
class FailingAttributionTest {

  @RegisterExtension final LoggedMessages log = new LoggedMessages();
  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  @Test
  void anExceptionDoesNotReachTheApplication() {
    recordWith(throwing(() -> new IllegalStateException("broken")));

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void aMissingClassDoesNotReachTheApplication() {
    recordWith(throwing(() -> new NoClassDefFoundError("com/example/Missing")));

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void anExceptionIsCountedEachTimeAndLoggedOnce() {
    UserContextCounters before = UserContextCounters.read();
    for (int i = 0; i < 3; i++) {
      recordWith(throwing(() -> new IllegalStateException("broken")));
    }

    assertThat(UserContextCounters.read().failed()).isEqualTo(before.failed() + 3);
    assertThat(log.warnings()).singleElement().asString().startsWith("UC0404 ");
    assertThat(log.causes().get(0)).hasMessage("broken");
  }

  @Test
  void anotherKindOfFailureIsLoggedToo() {
    recordWith(throwing(() -> new IllegalStateException("broken")));
    recordWith(throwing(() -> new IllegalArgumentException("broken too")));

    assertThat(log.warnings()).hasSize(2);
  }

  @Test
  void theNextSpanHasItsUser() {
    recordWith(throwing(() -> new IllegalStateException("broken")));
    ADA.run(() -> telemetry.record("next"));

    assertThatSpan(telemetry.await("next")).carries(ADA);
  }

  private void recordWith(Carried carried) {
    try (Scope scope = Context.current().with(Carried.KEY, carried).makeCurrent()) {
      telemetry.record("span");
    }
  }

  private static Carried throwing(Supplier<Throwable> failure) {
    return new Carried() {
      @Override
      public UserValue user() {
        throw Sneaky.rethrow(failure.get());
      }
    };
  }
}
