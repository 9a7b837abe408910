package dev.usercontext.attributed;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserId;
import dev.usercontext.testkit.CdiTest;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As a server does it: the interceptor of {@code @Asynchronous} takes the call elsewhere. */
@CdiTest
@AddBeanClasses(AsynchronousTest.AsynchronousInterceptor.class)
class AsynchronousTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Inject Reports reports;
  @Inject PlainReports plainReports;

  @BeforeEach
  void useTheOtherThread() {
    AsynchronousInterceptor.executor = other.pool();
    Reports.telemetry = telemetry;
  }

  @Test
  void theUserInEffectArrives() {
    ADA.run(() -> join(reports.create()));

    assertThatSpan(telemetry.await()).carries(ADA);
  }

  @Test
  void theTraceArrives() {
    Span caller = telemetry.span("caller").startSpan();
    try (Scope scope = caller.makeCurrent()) {
      ADA.run(() -> join(reports.create()));
    }
    caller.end();

    assertThatSpan(telemetry.await("work")).carries(ADA).hasParent(telemetry.await("caller"));
  }

  @Test
  void withoutAnythingElseTheyArriveToo() {
    Span caller = telemetry.span("caller").startSpan();
    try (Scope scope = caller.makeCurrent()) {
      ADA.run(() -> join(reports.createPlain()));
      ADA.run(() -> join(plainReports.create()));
    }
    caller.end();

    for (SpanData span : telemetry.await(3).subList(0, 2)) {
      assertThatSpan(span).carries(ADA).hasParent(telemetry.await("caller"));
    }
  }

  @Test
  void theUserOfAParameterArrives() {
    ADA.run(() -> join(reports.createFor("carol")));

    assertThatSpan(telemetry.await()).carriesUser("carol");
  }

  @Test
  void aParameterThatIsNobodyArrives() {
    ADA.run(() -> join(reports.createFor(null)));

    assertThatSpan(telemetry.await()).carriesNobody();
  }

  @Test
  void nothingStaysOnEitherThread() {
    ADA.run(() -> join(reports.create()));
    other.run(() -> telemetry.record("later"));
    telemetry.record("here");

    assertThatSpan(telemetry.await("later")).carriesNobody();
    assertThatSpan(telemetry.await("here")).carriesNobody();
  }

  @Test
  void aSpanThatBeganOnTheOtherThreadStaysTheParent() {
    Span caller = telemetry.span("caller").startSpan();
    Span pool = telemetry.span("pool").startSpan();
    AsynchronousInterceptor.executor =
        task ->
            other.run(
                () -> {
                  try (Scope scope = pool.makeCurrent()) {
                    task.run();
                  }
                });
    try (Scope scope = caller.makeCurrent()) {
      ADA.run(() -> join(reports.create()));
    }
    caller.end();
    pool.end();

    assertThatSpan(telemetry.await("work")).carries(ADA).hasParent(telemetry.await("pool"));
  }

  @Test
  void exceptionsArriveUntouched() {
    IllegalStateException thrown = new IllegalStateException("from the method");

    assertThat(reports.fail(thrown))
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .isSameAs(thrown);
  }

  static void join(CompletionStage<?> stage) {
    stage.toCompletableFuture().join();
  }

  @Asynchronous
  @Interceptor
  @Priority(Interceptor.Priority.PLATFORM_BEFORE + 5)
  static class AsynchronousInterceptor {
    static Executor executor;

    @AroundInvoke
    Object takeElsewhere(InvocationContext call) {
      return CompletableFuture.supplyAsync(
              () -> {
                try {
                  return (CompletionStage<?>) call.proceed();
                } catch (Exception e) {
                  throw new CompletionException(e);
                }
              },
              executor)
          .thenCompose(stage -> stage);
    }
  }

  @Dependent
  @Asynchronous
  static class PlainReports {
    CompletionStage<?> create() {
      Reports.telemetry.record("work");
      return CompletableFuture.completedFuture("done");
    }
  }

  @Dependent
  static class Reports {
    static Telemetry telemetry;

    @Asynchronous
    CompletionStage<?> createPlain() {
      telemetry.record("work");
      return CompletableFuture.completedFuture("done");
    }

    @Asynchronous
    @UserAttributed
    CompletionStage<?> create() {
      telemetry.record("work");
      return CompletableFuture.completedFuture("done");
    }

    @Asynchronous
    @UserAttributed
    CompletionStage<?> createFor(@UserId String customer) {
      telemetry.record("work");
      return CompletableFuture.completedFuture("done");
    }

    @Asynchronous
    @UserAttributed
    CompletionStage<?> fail(RuntimeException thrown) {
      throw thrown;
    }
  }
}
