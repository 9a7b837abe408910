package dev.usercontext;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static dev.usercontext.testkit.Users.EVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UserScopeMethodsTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  @Test
  void runPutsTheUserIntoEffectForItsTask() {
    ADA.run(() -> telemetry.record("in"));
    telemetry.record("after");

    assertThatSpan(telemetry.await("in")).carries(ADA);
    assertThatSpan(telemetry.await("after")).carriesNobody();
  }

  @Test
  void callReturnsWhatItsTaskReturns() {
    assertThat(ADA.<UserContext, RuntimeException>call(() -> UserContext.current().orElseThrow()))
        .isEqualTo(ADA);
    assertThat(UserContext.current()).isEmpty();
  }

  @Test
  void makeCurrentLastsUntilItIsClosed() {
    try (Scope scope = ADA.makeCurrent()) {
      telemetry.record("in");
    }
    telemetry.record("after");

    assertThatSpan(telemetry.await("in")).carries(ADA);
    assertThatSpan(telemetry.await("after")).carriesNobody();
  }

  @Test
  void anInnerScopeReplacesTheWholeUserAndGivesItBack() {
    ADA.run(
        () -> {
          BOB.run(
              () -> {
                EVE.run(() -> telemetry.record("innermost"));
                telemetry.record("inner");
              });
          telemetry.record("outer");
        });

    assertThatSpan(telemetry.await("innermost")).carries(EVE);
    assertThatSpan(telemetry.await("inner")).carries(BOB);
    assertThatSpan(telemetry.await("outer")).carries(ADA);
  }

  @Test
  void aSpanKeepsTheUserItStartedWith() {
    Span span = ADA.call(() -> telemetry.span("long").startSpan());
    BOB.run(span::end);

    assertThatSpan(telemetry.await()).carries(ADA);
  }

  @Test
  void aSpanUnderAnotherOneHasTheInnerUserAndTheOuterTrace() {
    Span parent = telemetry.span("parent").startSpan();
    try (Scope scope = parent.makeCurrent()) {
      ADA.run(() -> telemetry.record("child"));
    }
    parent.end();

    assertThatSpan(telemetry.await("child")).carries(ADA).hasParent(telemetry.await("parent"));
    assertThatSpan(telemetry.await("parent")).carriesNobody();
  }

  @Test
  void runLetsExceptionsThroughUntouched() {
    IllegalStateException thrown = new IllegalStateException("from the task");

    assertThat(catchThrowable(() -> ADA.run(() -> fail(thrown)))).isSameAs(thrown);
    assertThat(thrown.getSuppressed()).isEmpty();
    assertThat(UserContext.current()).isEmpty();
  }

  @Test
  void callLetsCheckedExceptionsThroughUntouched() {
    IOException thrown = new IOException("from the task");

    // That this compiles with "throws IOException" alone is half of the test.
    assertThat(catchThrowable(() -> callsWithCheckedException(thrown))).isSameAs(thrown);
    assertThat(UserContext.current()).isEmpty();
  }

  @Test
  void callLetsErrorsThroughUntouched() {
    StackOverflowError thrown = new StackOverflowError();

    assertThatThrownBy(
            () ->
                ADA.call(
                    () -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
    assertThat(UserContext.current()).isEmpty();
  }

  private static String callsWithCheckedException(IOException thrown) throws IOException {
    return ADA.call(
        () -> {
          throw thrown;
        });
  }

  private static void fail(RuntimeException thrown) {
    throw thrown;
  }
}
