package dev.usercontext.internal.request;

import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.context.Carried;
import dev.usercontext.testkit.Garbage;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
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

  @Test
  void areOfAnotherWhereThatIsKnown() {
    RequestUser user = requestOfCarol();
    Span own = startRoot(Context.root().with(Carried.KEY, user));
    Span ofAnother = startRoot(ADA.storeInContext(Context.root()));
    Span ofNobody = startRoot(Context.root());
    List<Span> theirs = List.of(ofAnother, ofNobody);

    assertThat(isOfAnother(own, user)).isFalse();
    assertThat(theirs).allMatch(span -> isOfAnother(span, user));
    own.end();
    theirs.forEach(Span::end);
    assertThat(isOfAnother(own, user)).isFalse();
    assertThat(theirs).allMatch(span -> isOfAnother(span, user));
  }

  @Test
  void areOfNoOtherWhereNothingIsKnown() {
    RequestUser user = requestOfCarol();
    SpanContext unknown =
        SpanContext.create(
            "0123456789abcdef0123456789abcdef",
            "0123456789abcdef",
            TraceFlags.getSampled(),
            TraceState.getDefault());

    assertThat(OpenTraces.isOfAnother(unknown, user)).isFalse();
  }

  @Test
  void areOfWhoeverTheirOnlyRootIsLastSaidToBeOf() {
    int before = OpenTraces.size();
    Span root =
        telemetry.span("root").setSpanKind(SpanKind.SERVER).setParent(Context.root()).startSpan();
    RequestUser user = requestOfCarol();
    OpenTraces.begin(root, requestOfCarol());
    OpenTraces.begin(root, user);

    assertThat(OpenTraces.find(root.getSpanContext())).isSameAs(user);
    root.end();
    assertThat(OpenTraces.size()).isEqualTo(before);
  }

  private static RequestUser requestOfCarol() {
    RequestUser user = new RequestUser(StubIdentity.of("carol"), new UserResolution(List.of()));
    user.enter();
    return user;
  }

  private Span startRoot(Context context) {
    return telemetry.span("root").setParent(context).startSpan();
  }

  private static boolean isOfAnother(Span span, RequestUser user) {
    return OpenTraces.isOfAnother(span.getSpanContext(), user);
  }

  private List<Span> start(int count) {
    List<Span> roots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      roots.add(ADA.call(() -> telemetry.span("root").startSpan()));
    }
    return roots;
  }
}
