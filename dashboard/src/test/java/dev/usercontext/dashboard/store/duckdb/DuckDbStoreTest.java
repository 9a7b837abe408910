package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.SpanStoreContract;
import dev.usercontext.dashboard.store.TestSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract, on DuckDB. */
final class DuckDbStoreTest extends SpanStoreContract {
  @TempDir Path shared;
  private @Nullable SpanStore filled;
  private @Nullable SpanStore store;
  private final AtomicLong clock = new AtomicLong(TestSpan.T0 / 1_000_000);

  @BeforeEach
  void open(@TempDir Path folder) {
    store = DuckDbStore.open(folder, "300MB", "user_attrs.", clock::get);
  }

  @AfterEach
  void close() {
    store().close();
  }

  @AfterAll
  void closeShared() {
    if (filled != null) {
      filled.close();
    }
  }

  @Override
  public SpanStore store() {
    if (store == null) {
      throw new IllegalStateException();
    }
    return store;
  }

  @Override
  public void pass(Duration time) {
    clock.addAndGet(time.toMillis());
  }

  @Override
  public int manySpans() {
    return 6 * Blocks.SIZE;
  }

  @Override
  public SpanStore filled(List<StoredSpan> spans) {
    if (filled == null) {
      filled = DuckDbStore.open(shared.resolve("filled"));
      for (int i = 0; i < spans.size(); i += 700) {
        filled.write(spans.subList(i, Math.min(i + 700, spans.size())));
      }
    }
    return filled;
  }
}
