package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A view as a person uses it: each test has a window of its own before the one dashboard that all
 * of them look at. Nothing is changed there, and a page that complains fails its test.
 */
@ExtendWith(DemoDashboard.class)
abstract class DemoPages {
  List<StoredSpan> spans;
  RunningDashboard dashboard;
  Chromium chromium;
  Page page;

  @BeforeEach
  void open(DemoDashboard.Running demo) {
    spans = demo.spans();
    dashboard = demo.dashboard();
    chromium = demo.chromium();
    page = chromium.open(dashboard.url());
  }

  @AfterEach
  void nothingIsComplainedAbout() {
    page.context().close();
    chromium.assertQuiet();
  }

  long count(Predicate<StoredSpan> which) {
    return spans.stream().filter(which).count();
  }

  Map<String, Long> costs() {
    return spans.stream()
        .filter(span -> span.user() != null && span.isLlmCall())
        .collect(
            Collectors.groupingBy(
                span -> Objects.requireNonNull(span.user()).id(),
                Collectors.summingLong(
                    span -> {
                      Long cost = Objects.requireNonNull(span.llm()).costNanoUsd();
                      return cost == null ? 0 : cost;
                    })));
  }

  String dearest() {
    return costs().entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  Locator rows() {
    return page.locator("#view table.grid tbody tr:not(.more)");
  }

  static boolean of(StoredSpan span, String user) {
    SpanUser its = span.user();
    return its != null && its.id().equals(user);
  }

  static boolean model(StoredSpan span, String model) {
    LlmWork llm = span.llm();
    return llm != null && model.equals(llm.model());
  }

  void total(String name, String value) {
    assertThat(
            page.locator(".totals > div")
                .filter(new Locator.FilterOptions().setHas(page.getByText(name).first()))
                .locator("dd")
                .first())
        .hasText(value);
  }

  static void settled(Page page) {
    assertThat(page.locator("[data-chart]:not([data-drawn=yes])")).hasCount(0);
    assertThat(page.locator("[data-network]:not([data-drawn=yes])")).hasCount(0);
  }
}
