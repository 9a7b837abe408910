package dev.usercontext.internal.trace;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where it is known that there is nobody, nobody is looked for further out. */
class NobodyTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  @Test
  void hidesTheUserOfAParent() {
    Span parent = ADA.call(() -> telemetry.span("parent").startSpan());
    try (Scope scope = nobody(Context.root()).with(parent).makeCurrent()) {
      telemetry.record("child");
    }
    parent.end();

    assertThatSpan(telemetry.await("child")).carriesNobody();
  }

  @Test
  void hidesAnOuterScope() {
    ADA.run(
        () -> {
          try (Scope scope = nobody(Context.current()).makeCurrent()) {
            telemetry.record("inner");
          }
          telemetry.record("outer");
        });

    assertThatSpan(telemetry.await("inner")).carriesNobody();
    assertThatSpan(telemetry.await("outer")).carries(ADA);
  }

  @Test
  void givesWayToAnInnerScope() {
    try (Scope scope = nobody(Context.root()).makeCurrent()) {
      BOB.run(() -> telemetry.record("span"));
    }

    assertThatSpan(telemetry.await()).carries(BOB);
  }

  @Test
  void aServerSpanIgnoresWhatIsLeftOnItsThread() {
    try (Scope left = ADA.makeCurrent()) {
      telemetry.span("server").setSpanKind(SpanKind.SERVER).setNoParent().startSpan().end();
    }

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SERVER")
  void otherKindsOfRootSpansBelongToTheirThread(SpanKind kind) {
    try (Scope scope = ADA.makeCurrent()) {
      telemetry.span("root").setSpanKind(kind).setNoParent().startSpan().end();
    }

    assertThatSpan(telemetry.await()).carries(ADA);
  }

  private static Context nobody(Context context) {
    return context.with(Carried.KEY, Carried.NOBODY);
  }
}
