package dev.usercontext.attributed;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.UserId;
import dev.usercontext.testkit.CdiTest;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A method that returns before its work is done. */
@CdiTest
class StagesTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  @Inject Assistant assistant;

  @Test
  void whatItStartsKeepsTheUserAfterItHasReturned() {
    CountDownLatch returned = new CountDownLatch(1);
    CompletionStage<Void> answer =
        assistant.ask(
            "carol",
            Context.taskWrapping((Executor) other.pool()),
            () -> {
              await(returned);
              telemetry.record("answer");
            });
    assertThat(UserContext.current()).isEmpty();
    returned.countDown();
    answer.toCompletableFuture().join();

    assertThatSpan(telemetry.await()).carriesUser("carol");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Dependent
  static class Assistant {
    @UserAttributed
    CompletionStage<Void> ask(@UserId String user, Executor executor, Runnable work) {
      return CompletableFuture.runAsync(work, executor);
    }
  }
}
