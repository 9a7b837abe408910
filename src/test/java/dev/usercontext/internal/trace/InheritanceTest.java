package dev.usercontext.internal.trace;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.SystemProperties;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The context has lost the user, but still has the span that was started with it. */
class InheritanceTest {

  @RegisterExtension final SystemProperties properties = new SystemProperties();
  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Test
  void takesIdEmailAndAttributesOfItsParent() {
    Span parent = ADA.call(() -> telemetry.span("parent").startSpan());
    child("child", parent);
    parent.end();

    assertThatSpan(telemetry.await("child")).carries(ADA);
  }

  @Test
  void takesTheAttributesOfItsParentWhereTheRootHasOthersOfTheSameUser() {
    UserContext upgraded = ADA.toBuilder().attr("plan", "gold").build();
    Span root = ADA.call(() -> telemetry.span("root").startSpan());
    Context stored = upgraded.storeInContext(Context.root().with(root));
    Span parent = telemetry.span("parent").setParent(stored).startSpan();
    child("child", parent);
    parent.end();
    root.end();

    assertThatSpan(telemetry.await("child")).carries(upgraded);
  }

  @Test
  void takesTheUserOfItsParentWhereTheApplicationHasWrittenAnother() {
    Span parent = ADA.call(() -> telemetry.span("parent").startSpan());
    parent.setAttribute("user_id", "bob");
    parent.setAttribute("user.id", "bob");
    child("child", parent);
    parent.end();

    assertThatSpan(telemetry.await("child")).carriesUser("bob");
  }

  @Test
  void takesNothingElseOfItsParent() {
    Span parent = ADA.call(() -> telemetry.span("parent").startSpan());
    parent.setAttribute("http.route", "/orders");
    parent.setAttribute("user.name", "Ada Lovelace");
    child("child", parent);
    parent.end();

    assertThat(telemetry.await("child").getAttributes().asMap())
        .doesNotContainKeys(
            AttributeKey.stringKey("http.route"), AttributeKey.stringKey("user.name"));
  }

  @Test
  void passesItOnToGrandchildrenOnOtherThreads() {
    Span parent = ADA.call(() -> telemetry.span("parent").startSpan());
    Span child = start("child", parent);
    other.run(() -> child("grandchild", child));
    child.end();
    parent.end();

    assertThatSpan(telemetry.await("grandchild")).carries(ADA);
  }

  @Test
  void takesNothingOfAParentThatHasEnded() {
    Span parent = ADA.call(() -> telemetry.span("parent").startSpan());
    parent.end();
    child("child", parent);

    assertThatSpan(telemetry.await("child")).carriesNobody();
  }

  @Test
  void takesNothingOfARemoteParent() {
    Span remote =
        Span.wrap(
            SpanContext.createFromRemoteParent(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault()));
    child("child", remote);

    assertThatSpan(telemetry.await("child")).carriesNobody();
  }

  @Test
  void takesNothingOfAParentWithoutUser() {
    Span parent = telemetry.span("parent").startSpan();
    parent.setAttribute("user_attrs.plan", "pro");
    child("child", parent);
    parent.end();

    assertThatSpan(telemetry.await("child")).carriesNobody();
  }

  @Test
  void givesWayToAScope() {
    Span parent = ADA.call(() -> telemetry.span("parent").startSpan());
    BOB.run(() -> child("child", parent));
    parent.end();

    assertThatSpan(telemetry.await("child")).carries(BOB);
  }

  @Test
  void goesForEveryVocabularyAndPrefix() {
    properties.set("usercontext.vocabularies", "usr,enduser");
    properties.set("usercontext.attrs-prefix", "app.");
    telemetry.restart();
    Span parent = ADA.call(() -> telemetry.span("parent").startSpan());
    child("child", parent);
    parent.end();

    assertThat(telemetry.await("child").getAttributes())
        .isEqualTo(telemetry.await("parent").getAttributes());
  }

  @Test
  void goesForAServerSpanWithinTheProcess() {
    Span parent = ADA.call(() -> telemetry.span("parent").startSpan());
    telemetry
        .span("child")
        .setSpanKind(SpanKind.SERVER)
        .setParent(Context.root().with(parent))
        .startSpan()
        .end();
    parent.end();

    assertThatSpan(telemetry.await("child")).carries(ADA);
  }

  private Span start(String name, Span parent) {
    return telemetry.span(name).setParent(Context.root().with(parent)).startSpan();
  }

  private void child(String name, Span parent) {
    start(name, parent).end();
  }
}
