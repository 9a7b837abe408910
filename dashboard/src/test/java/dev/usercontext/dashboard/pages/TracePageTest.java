package dev.usercontext.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.TestSpan;
import dev.usercontext.dashboard.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TracePageTest {
  @Test
  void aLongTraceSaysHowManySpansItHasAndHowManyAreDrawn(@TempDir Path folder) {
    List<StoredSpan> spans =
        IntStream.rangeClosed(1, 2_005).mapToObj(i -> TestSpan.of(7, i).build()).toList();
    try (SpanStore store = DuckDbStore.open(folder)) {
      store.write(spans);
      TracePage page = new TracePage();
      page.store = store;
      page.context = new AdminContext(store, spans.get(0).traceId());

      String html = page.trace().getEntity().toString();
      assertThat(html.substring(0, html.indexOf("<ol>"))).contains("<span>2,005 spans</span>");
      assertThat(html.substring(html.indexOf("</ol>")))
          .contains("Only the first 2,000 spans are drawn.");
    }
  }
}
