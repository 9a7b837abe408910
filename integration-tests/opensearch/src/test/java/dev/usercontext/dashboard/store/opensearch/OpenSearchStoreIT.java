package dev.usercontext.dashboard.store.opensearch;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.SpanStoreContract;
import dev.usercontext.dashboard.store.TestSpan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract, on OpenSearch. */
final class OpenSearchStoreIT extends SpanStoreContract {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private @Nullable SpanStore filled;
  private @Nullable SpanStore store;
  private final AtomicLong clock = new AtomicLong((TestSpan.T0 + 10 * TestSpan.DAY) / 1_000_000);

  /** A store of its own, whose today is in the middle of the spans of the tests. */
  private SpanStore open(String index) {
    return OpenSearchStore.open(
        OpenSearchSettings.of(Nodes.running().hosts()).withIndex(index, 0), clock::get);
  }

  @BeforeEach
  void open() {
    store = open("test-" + NUMBER.incrementAndGet());
  }

  @AfterEach
  void close() {
    store().close();
    Nodes.running().client().admin().indices().prepareDelete("test-*").get();
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
  public SpanStore filled(List<StoredSpan> spans) {
    if (filled == null) {
      filled = open("filled");
      for (int i = 0; i < spans.size(); i += 700) {
        filled.write(spans.subList(i, Math.min(i + 700, spans.size())));
      }
    }
    return filled;
  }
}
