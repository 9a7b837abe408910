package dev.usercontext;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CurrentUserTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Test
  void isNobodyAtFirst() {
    assertThat(UserContext.current()).isEmpty();
  }

  @Test
  void isOfThisThreadAlone() {
    ADA.run(() -> other.run(() -> assertThat(UserContext.current()).isEmpty()));
  }

  @Test
  void travelsWithTheContext() {
    Context inScope = ADA.call(Context::current);
    other.run(
        () -> {
          try (Scope scope = inScope.makeCurrent()) {
            assertThat(UserContext.current()).contains(ADA);
          }
        });
  }

  @Test
  void isAUserStoredInAContext() {
    try (Scope scope = Context.root().with(ADA).makeCurrent()) {
      telemetry.record("span");
      assertThat(UserContext.current()).contains(ADA);
    }
    assertThatSpan(telemetry.await()).carries(ADA);
  }

  @Test
  void isTheUserOfAnExplicitParentContext() {
    Context parent = ADA.storeInContext(Context.root());
    telemetry.span("explicit").setParent(parent).startSpan().end();

    assertThatSpan(telemetry.await()).carries(ADA);
  }

  @Test
  void theUserOfAnExplicitParentContextBeatsAScope() {
    Context parent = ADA.storeInContext(Context.root());
    BOB.run(() -> telemetry.span("explicit").setParent(parent).startSpan().end());

    assertThatSpan(telemetry.await()).carries(ADA);
  }

  @Test
  void aValueMayBeUsedByManyThreadsAtOnce() throws Exception {
    int threads = 8;
    int rounds = 50;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < threads * rounds; i++) {
      UserContext user = i % 2 == 0 ? ADA : BOB;
      done.add(pool.submit(() -> user.run(() -> telemetry.record(user.userId()))));
    }
    for (Future<?> future : done) {
      future.get();
    }
    pool.shutdown();

    assertThat(telemetry.await(threads * rounds))
        .allSatisfy(span -> assertThatSpan(span).carriesUser(span.getName()));
  }
}
