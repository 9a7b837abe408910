package dev.usercontext.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.Garbage;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EarlyIdentitiesTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  @Test
  void anIdentityIsTakenOnceByTheRequestOfItsSpan() {
    Span carols = telemetry.span("carol").startSpan();
    Span daves = telemetry.span("dave").startSpan();
    StubIdentity carol = StubIdentity.of("carol");
    EarlyIdentities.put(carols, carol);

    assertThat(EarlyIdentities.take(daves)).isNull();
    assertThat(EarlyIdentities.take(carols)).isSameAs(carol);
    assertThat(EarlyIdentities.take(carols)).isNull();
    carols.end();
    daves.end();
  }

  @Test
  void requestsWithoutASpanDoNotShareOne() {
    EarlyIdentities.put(Span.getInvalid(), StubIdentity.of("carol"));

    assertThat(EarlyIdentities.take(Span.getInvalid())).isNull();
  }

  @Test
  void anIdentityThatNobodyTakesGoesWithItsSpan() {
    WeakReference<IdentitySource> identity = putAndForget();

    Garbage.isCollected(identity, () -> EarlyIdentities.take(Span.getInvalid()));
  }

  private WeakReference<IdentitySource> putAndForget() {
    StubIdentity identity = StubIdentity.of("carol");
    EarlyIdentities.put(telemetry.span("refused").startSpan(), identity);
    return new WeakReference<>(identity);
  }
}
