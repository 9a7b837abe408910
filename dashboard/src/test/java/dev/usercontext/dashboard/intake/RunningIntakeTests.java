package dev.usercontext.dashboard.intake;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AuditQuery;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.duckdb.DuckDbStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Both ports before a real store, for each test anew. */
abstract class RunningIntakeTests {
  SpanStore store;
  RunningIntake intake;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    store = DuckDbStore.open(folder);
    intake = new RunningIntake(store, 50_000, null);
  }

  @AfterEach
  void stop() {
    intake.close();
    store.close();
  }

  List<StoredSpan> spans() {
    return store
        .audit(new AuditQuery(SpanFilter.in(TimeRange.ALL), AuditQuery.Order.NEWEST, null, 1000))
        .spans();
  }

  static StoredSpan named(List<StoredSpan> spans, String name) {
    return spans.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
  }
}
