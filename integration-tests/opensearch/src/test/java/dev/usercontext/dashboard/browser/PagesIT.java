package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.opensearch.Nodes;
import dev.usercontext.dashboard.store.opensearch.OpenSearchSettings;
import dev.usercontext.dashboard.store.opensearch.OpenSearchStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The pages over the cluster: a person sees what the embedded engine shows, word for word. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesIT {
  private final List<StoredSpan> spans = DemoSpans.until(Instant.now(), 300);
  private RunningDashboard embedded;
  private RunningDashboard overCluster;
  private Chromium chromium;

  @BeforeAll
  void start() throws Exception {
    OpenSearchSettings settings =
        OpenSearchSettings.of(Nodes.running().hosts()).withIndex("pages", 0);
    try (SpanStore store = OpenSearchStore.open(settings, System::currentTimeMillis)) {
      store.write(spans);
    }
    embedded = RunningDashboard.start(RunningDashboard.folder("pages", spans));
    overCluster =
        RunningDashboard.start(
            RunningDashboard.folder("none", List.of()),
            "-Ddashboard.store.engine=opensearch",
            "-Ddashboard.opensearch.hosts=" + String.join(",", settings.hosts()),
            "-Ddashboard.opensearch.index=" + settings.index());
    chromium = new Chromium();
  }

  @AfterAll
  void stop() throws Exception {
    chromium.close();
    overCluster.close();
    embedded.close();
  }

  @Test
  void everyViewShowsTheSame() {
    Page there = chromium.open(embedded.url());
    Page here = chromium.open(overCluster.url());
    String trace = spans.get(0).traceId();
    for (String view :
        List.of(
            "/users?range=all",
            "/users?range=all&sort=llm_calls&find=a",
            "/user?range=all&id=u-100",
            "/audit?range=all",
            "/audit?range=all&sort=latency&llm=true&env=production",
            "/trace?id=" + trace,
            "/cost?range=all&by=model",
            "/cost?range=all&by=attribute:user_attrs.plan&per=week",
            "/network?range=all",
            "/network?range=all&user=u-100",
            "/search?range=all&q=rate+limit+plan:pro",
            "/coverage?range=all&service=shop-api")) {
      assertThat(seen(here, view)).as(view).isEqualTo(seen(there, view)).hasSizeGreaterThan(100);
      Chromium.keep(here, "opensearch-" + view.replaceAll("[^a-z]+", "-"));
    }
    chromium.assertQuiet();
  }

  /** All words, and all times as they are: how long ago that is may be another a moment later. */
  private static String seen(Page page, String view) {
    page.navigate(view);
    assertThat(page.locator("main")).isVisible();
    DemoPages.settled(page);
    Object times =
        page.evaluate("() => [...document.querySelectorAll('main time')].map(t => t.dateTime)");
    return page.locator("main").innerText().replaceAll("(\\d+ [smhd] ago|just now)", "…") + times;
  }
}
