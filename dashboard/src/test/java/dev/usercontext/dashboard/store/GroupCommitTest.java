package dev.usercontext.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
