package dev.usercontext.internal.trace;

import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContextCounters;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CountersTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  private UserContextCounters before;

  @BeforeEach
  void read() {
    before = UserContextCounters.read();
  }

  @Test
  void countsASpanThatCarriesAUser() {
    ADA.run(() -> telemetry.record("span"));

    assertCounted(1, 0, 0);
  }

  @Test
  void countsASpanThatInheritsItsUser() {
    Span parent = ADA.call(() -> telemetry.span("parent").startSpan());
    telemetry.span("child").setParent(Context.root().with(parent)).startSpan();

    assertCounted(2, 0, 0);
  }

  @Test
  void countsASpanInAScopeOfNobody() {
    try (Scope scope = Context.root().with(Carried.KEY, Carried.NOBODY).makeCurrent()) {
      telemetry.record("span");
    }

    assertCounted(0, 1, 0);
  }

  @Test
  void countsASpanOfWhichNothingIsKnown() {
    telemetry.record("span");

    assertCounted(0, 0, 1);
  }

  private void assertCounted(long attributed, long nobody, long noContext) {
    assertThat(UserContextCounters.read())
        .isEqualTo(
            new UserContextCounters(
                before.attributed() + attributed,
                before.nobody() + nobody,
                before.noContext() + noContext,
                before.backFilled(),
                before.failed(),
                before.cut(),
                before.dropped()));
  }
}
