package dev.usercontext.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thread writes all that comes: it has to go on. */
final class GroupCommitTest {

  /** What does not fit into memory once it is to be written. */
  private static final class TooMuch extends AbstractList<StoredSpan> {
    @Override
    public StoredSpan get(int index) {
      throw new OutOfMemoryError("on purpose");
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /** Another takes its name for its message, for which there is no memory either. */
  private static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      throw new OutOfMemoryError("on purpose");
    }
  }

  /** What makes the store fail, in a way that can't even be told. */
  private static final class Poison extends AbstractList<StoredSpan> {
    @Override
    public StoredSpan get(int index) {
      throw new Unspeakable();
    }

    @Override
    public int size() {
      return 1;
    }
  }

  @Test
  void whatASenderDoesWithItsAnswerStopsNobodyElses(@TempDir Path folder) throws Exception {
    CountDownLatch together = new CountDownLatch(1);
    List<StoredSpan> first =
        new AbstractList<>() {
          @Override
          public StoredSpan get(int index) {
            try {
              together.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return TestSpan.of(1, 1).build();
          }

          @Override
          public int size() {
            return 1;
          }
        };
    try (SpanStore store = DuckDbStore.open(folder);
        GroupCommit queue = new GroupCommit(store, 10, 1_000)) {
      queue.submit(first, 1).orElseThrow();
      CompletableFuture<Void> poison = queue.submit(new Poison(), 1).orElseThrow();
      // As the intake does; a stage after one that failed is told so by its name.
      poison.whenComplete((nothing, why) -> {});
      poison.whenComplete((nothing, why) -> {});
      CompletableFuture<Void> same = queue.submit(new Poison(), 1).orElseThrow();
      CompletableFuture<Void> good =
          queue.submit(List.of(TestSpan.of(1, 2).build()), 1).orElseThrow();
      together.countDown();

      assertThat(poison.handle((nothing, why) -> why).get(10, TimeUnit.SECONDS))
          .isInstanceOf(Unspeakable.class);
      assertThat(same.handle((nothing, why) -> why).get(10, TimeUnit.SECONDS))
          .isInstanceOf(Unspeakable.class);
      good.get(10, TimeUnit.SECONDS);
      CompletableFuture<Void> next =
          queue.submit(List.of(TestSpan.of(1, 3).build()), 1).orElseThrow();
      next.get(10, TimeUnit.SECONDS);
      assertThat(store.stats().spans()).isEqualTo(3);
    }
  }

  @Test
  void aBatchThatTakesAllMemoryFailsAlone(@TempDir Path folder) throws Exception {
    try (SpanStore store = DuckDbStore.open(folder);
        GroupCommit queue = new GroupCommit(store, 1, 1_000)) {
      CompletableFuture<Void> failed = queue.submit(new TooMuch(), 500).orElseThrow();
      assertThatThrownBy(() -> failed.get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(OutOfMemoryError.class);
      assertThat(queue.queued()).isZero();

      CompletableFuture<Void> next =
          queue.submit(List.of(TestSpan.of(1, 1).build()), 500).orElseThrow();
      next.get(10, TimeUnit.SECONDS);
      assertThat(store.stats().spans()).isEqualTo(1);
    }
  }
}
