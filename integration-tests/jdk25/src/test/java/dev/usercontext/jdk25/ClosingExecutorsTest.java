package dev.usercontext.jdk25;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** {@code close()} of executors, which Java has got since 17. */
class ClosingExecutorsTest {

  private static final UserContext ADA = UserContext.builder("ada").build();

  @Test
  void theCommonPoolStaysOpenAsWithoutUs() throws Exception {
    Thread closing = Thread.startVirtualThread(ADA.wrap(ForkJoinPool.commonPool())::close);

    assertThat(closing.join(Duration.ofSeconds(10))).as("closed").isTrue();
    assertThat(ForkJoinPool.commonPool().isShutdown()).isFalse();
  }

  @Test
  void anotherPoolIsClosedOnceItsTasksHaveEnded() {
    ExecutorService own = Executors.newSingleThreadExecutor();
    Future<?> task;
    try (ExecutorService wrapped = ADA.wrap(own)) {
      task = wrapped.submit(() -> {});
    }

    assertThat(own.isTerminated()).isTrue();
    assertThat(task.isDone()).isTrue();
  }
}
