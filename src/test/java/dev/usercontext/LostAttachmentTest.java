package dev.usercontext;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static dev.usercontext.testkit.Users.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.context.Attachment;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Quarkus attaches an older context over one that was just attached. */
class LostAttachmentTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Test
  void aLexicalScopeSurvivesTheContextBeforeIt() {
    Context before = Context.current();
    ADA.run(
        () -> {
          Attachment.attach(before);
          telemetry.record("in");
          assertThat(UserContext.current()).contains(ADA);
        });

    assertThatSpan(telemetry.await()).carries(ADA);
    assertThat(UserContext.current()).isEmpty();
  }

  @Test
  void anInnerScopeSurvivesTheContextOfTheOuterOne() {
    ADA.run(
        () -> {
          Context before = Context.current();
          BOB.run(
              () -> {
                Attachment.attach(before);
                telemetry.record("inner");
              });
          telemetry.record("outer");
        });

    assertThatSpan(telemetry.await("inner")).carries(BOB);
    assertThatSpan(telemetry.await("outer")).carries(ADA);
  }

  @Test
  void scopesSurviveTheLossOfAllContext() {
    ADA.run(
        () -> {
          BOB.run(
              () -> {
                Attachment.attach(Context.root());
                telemetry.record("inner");
              });
          telemetry.record("outer");
        });

    assertThatSpan(telemetry.await("inner")).carries(BOB);
    assertThatSpan(telemetry.await("outer")).carries(ADA);
  }

  @Test
  void aScopeInTryWithResourcesSurvivesTheContextBeforeIt() {
    ADA.run(
        () -> {
          Context before = Context.current();
          try (Scope scope = BOB.makeCurrent()) {
            Attachment.attach(before);
            telemetry.record("inner");
          }
          telemetry.record("outer");
        });

    assertThatSpan(telemetry.await("inner")).carries(BOB);
    assertThatSpan(telemetry.await("outer")).carries(ADA);
  }

  @Test
  void aWrappedTaskSurvivesOnItsThread() {
    other.run(
        ADA.wrap(
            () -> {
              Attachment.attach(Context.root());
              telemetry.record("task");
            }));
    other.run(() -> telemetry.record("after"));

    assertThatSpan(telemetry.await("task")).carries(ADA);
    assertThatSpan(telemetry.await("after")).carriesNobody();
  }

  @Test
  void aChildOfASpanOfTheOlderContextIsOfTheScope() {
    Span parent = telemetry.span("parent").startSpan();
    try (Scope scope = parent.makeCurrent()) {
      Context before = Context.current();
      ADA.run(
          () -> {
            Attachment.attach(before);
            telemetry.record("child");
          });
    }
    parent.end();

    assertThatSpan(telemetry.await("child")).carries(ADA).hasParent(telemetry.await("parent"));
  }

  @Test
  void aForeignUserMadeCurrentInsideWins() {
    Context foreign = EVE.storeInContext(Context.root());
    ADA.run(
        () -> {
          try (Scope scope = foreign.makeCurrent()) {
            telemetry.record("foreign");
          }
          telemetry.record("own");
        });

    assertThatSpan(telemetry.await("foreign")).carries(EVE);
    assertThatSpan(telemetry.await("own")).carries(ADA);
  }

  /** It is whoever was current where it was wrapped, nobody included. */
  @Test
  void wrappedWorkOfAnotherTraceIsNotOfTheScopeThatRunsIt() {
    Span job = telemetry.span("job").startSpan();
    Runnable wrapped = Context.root().with(job).wrap(() -> telemetry.record("wrapped"));
    Span request = telemetry.span("request").startSpan();
    try (Scope scope = request.makeCurrent()) {
      ADA.run(
          () -> {
            wrapped.run();
            telemetry.record("own");
          });
    }
    request.end();
    job.end();

    assertThatSpan(telemetry.await("wrapped")).carriesNobody().hasParent(telemetry.await("job"));
    assertThatSpan(telemetry.await("own")).carries(ADA);
  }

  @Test
  void aContextThatOutlivesItsScopeKeepsItsUserElsewhere() {
    Context inScope = ADA.call(Context::current);
    other.run(inScope.wrap(() -> telemetry.record("later")));
    inScope.wrap(() -> telemetry.record("here")).run();

    assertThatSpan(telemetry.await("later")).carries(ADA);
    assertThatSpan(telemetry.await("here")).carries(ADA);
  }
}
