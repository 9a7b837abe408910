package dev.usercontext.internal.request;

import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.Garbage;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is remembered of traces is bounded, and goes with them. */
class OpenTracesTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();

  @Test
  void areForgottenWithTheirRoots() {
    int before = OpenTraces.size();
    List<Span> roots = start(100);
    assertThat(OpenTraces.size()).isEqualTo(before + 100);
    roots.forEach(Span::end);

    assertThat(OpenTraces.size()).isEqualTo(before);
  }

  @Test
  void areBounded() {
    List<Span> roots = start(OpenTraces.MAX + 100);
    assertThat(OpenTraces.size()).isLessThanOrEqualTo(OpenTraces.MAX);
    roots.forEach(Span::end);
  }

  @Test
  void saysNothingOfARootThatDidNotFit() {
    List<Span> roots = start(OpenTraces.MAX);
    Span unknown = start(1).get(0);
    roots.get(0).end();
    Span known =
        telemetry
            .span("known")
            .setParent(BOB.storeInContext(Context.root().with(remote(unknown))))
            .startSpan();

    assertThat(OpenTraces.find(unknown.getSpanContext())).isNull();
    known.end();
    unknown.end();
    roots.forEach(Span::end);
  }

  private static Span remote(Span span) {
    SpanContext context = span.getSpanContext();
    return Span.wrap(
        SpanContext.createFromRemoteParent(
            context.getTraceId(),
            context.getSpanId(),
            context.getTraceFlags(),
            context.getTraceState()));
  }

  @Test
  void areForgottenWhereTheirRootsAreNeverEnded() {
    int before = OpenTraces.size();
    start(100);

    Garbage.isCollectedUntil(
        () -> {
          start(1).get(0).end();
          return OpenTraces.size() <= before;
        });
  }

  private List<Span> start(int count) {
    List<Span> roots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      roots.add(ADA.call(() -> telemetry.span("root").startSpan()));
    }
    return roots;
  }
}
