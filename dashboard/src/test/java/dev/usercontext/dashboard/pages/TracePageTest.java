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
          .contains("Only the first 2,000 spans are drawn. 5 that began later are left out");
    }
  }

  @Test
  void allOfALongTraceIsSummedUpAndEachSpanOfItIsShown(@TempDir Path folder) {
    List<StoredSpan> spans =
        IntStream.rangeClosed(1, 2_005)
            .mapToObj(
                i ->
                    TestSpan.of(7, i)
                        .name("span-" + i)
                        .user(i < 2_005 ? "ada" : "bob")
                        .at(TestSpan.T0 + i * TestSpan.SECOND)
                        .took(TestSpan.SECOND)
                        .build())
            .toList();
    try (SpanStore store = DuckDbStore.open(folder)) {
      store.write(spans);
      TracePage page = new TracePage();
      page.store = store;
      StoredSpan last = spans.get(2_004);
      page.context = new AdminContext(store, last.traceId(), last.spanId());

      String html = page.trace().getEntity().toString();
      assertThat(html.substring(0, html.indexOf("<ol>")))
          .contains("<span>33.4 min</span>")
          .contains(">ada</a>")
          .contains(">bob</a>");
      assertThat(html.substring(html.indexOf("<ol>"), html.indexOf("</ol>")))
          .contains("span-2000<")
          .doesNotContain("span-2001<");
      assertThat(html.substring(html.indexOf("</ol>"))).contains("<h2>span-2005</h2>");
    }
  }
}
