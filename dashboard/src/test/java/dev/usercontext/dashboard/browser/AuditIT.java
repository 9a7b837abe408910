package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.model.StoredSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The audit trail, a trace, and search. */
final class AuditIT extends DemoPages {
  @Test
  void theAuditTrailIsFilteredAndRead() {
    page.navigate("/audit?range=all");

    page.getByText("LLM calls", new Page.GetByTextOptions().setExact(true)).first().click();
    assertThat(page).hasURL(Pattern.compile("llm=true"));
    page.getByLabel("Model").fill("gpt-4o");
    page.getByLabel("Status").selectOption("error");
    assertThat(page).hasURL(Pattern.compile("model=gpt-4o&status=error"));
    total(
        "Spans",
        String.valueOf(count(span -> model(span, "gpt-4o") && span.status() == SpanStatus.ERROR)));
    page.getByLabel("Cost from, in USD").fill("0.005");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("cost_min=0.005"));
    total(
        "Spans",
        String.valueOf(
            count(
                span ->
                    model(span, "gpt-4o")
                        && span.status() == SpanStatus.ERROR
                        && Objects.requireNonNull(Objects.requireNonNull(span.llm()).costNanoUsd())
                            >= 5_000_000)));
  }

  @Test
  void whatAnAddressSaysStaysWhenAnotherFilterChanges() {
    page.navigate("/audit?range=all&sort=latency&status=ERROR&llm=false&service=long-gone");
    assertThat(page.getByLabel("Status")).hasValue("error");
    assertThat(page.getByLabel("All spans")).isChecked();
    assertThat(page.getByLabel("Service")).hasValue("long-gone");

    page.getByLabel("Environment").selectOption("staging");

    assertThat(page)
        .hasURL(Pattern.compile("env=staging.*service=long-gone.*status=error.*sort=latency"));
    page.navigate("/search?range=all&q=chat&sort=latency");
    page.getByLabel("Environment").selectOption("staging");
    assertThat(page).hasURL(Pattern.compile("env=staging.*sort=latency"));
    page.navigate("/network?range=all&users=30");
    page.getByLabel("Environment").selectOption("staging");
    assertThat(page).hasURL(Pattern.compile("env=staging.*users=30"));
  }

  @Test
  void theAuditTrailHasNoLastPageBeforeTheLastSpan() {
    page.navigate("/audit?range=all&sort=latency");

    assertThat(rows()).hasCount(50);
    page.getByText("Show more").click();
    assertThat(rows()).hasCount(100);
    page.getByText("Show more").click();
    assertThat(rows()).hasCount(150);
    List<String> links =
        page.locator("#rows .main-link").all().stream()
            .map(link -> link.getAttribute("href"))
            .toList();
    assertThat(links).doesNotHaveDuplicates();
    StoredSpan slowest =
        spans.stream().max(Comparator.comparingLong(StoredSpan::durationNanos)).orElseThrow();
    assertThat(links.get(0)).contains(slowest.traceId());
  }

  @Test
  void aTraceIsAWaterfallAndItsSpansOpen() {
    StoredSpan call =
        spans.stream()
            .filter(span -> span.isLlmCall() && span.status() == SpanStatus.ERROR)
            .filter(span -> span.parentId() != null)
            .findFirst()
            .orElseThrow();
    page.navigate("/trace?id=" + call.traceId());

    assertThat(page.locator(".waterfall li"))
        .hasCount((int) count(span -> span.traceId().equals(call.traceId())));
    page.locator("a.fall[href*='" + call.spanId() + "']").click();
    assertThat(page.locator("#span h2")).hasText(call.name());
    assertThat(page.locator("#span")).containsText("rate limit reached for requests");
    assertThat(page.locator("#span")).containsText("gen_ai.usage.input_tokens");
    assertThat(page).hasURL(Pattern.compile("span=" + call.spanId()));
    Chromium.keep(page, "trace");
    page.locator("#span td a").getByText("gpt-").or(page.locator("#span .pairs a")).first().click();
    assertThat(page).hasURL(Pattern.compile("/search\\?range=all&q="));
    assertThat(rows().first()).isVisible();
  }

  @Test
  void aMarkedSuggestionStaysMarkedWhenTheNextOnesArrive() {
    page.navigate("/search?range=all");
    Locator box = page.getByPlaceholder(Pattern.compile("timeout"));
    Locator plan =
        page.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText("plan:"));
    box.pressSequentially("user_attrs.p");
    assertThat(plan).isVisible();
    List<Route> held = new ArrayList<>();
    page.route(Pattern.compile("/keys\\?.*prefix=user_attrs.pl"), held::add);

    box.press("l");
    page.waitForCondition(() -> !held.isEmpty());
    box.press("ArrowDown");
    page.waitForResponse(Pattern.compile("prefix=user_attrs.pl"), () -> held.get(0).resume())
        .finished();
    assertThat(plan).hasAttribute("aria-selected", "true");
    box.press("Enter");

    assertThat(box).hasValue("user_attrs.plan:");
  }

  @Test
  void searchSuggestsKeysAndValues() {
    page.navigate("/search?range=all");
    Locator box = page.getByPlaceholder(Pattern.compile("timeout"));

    box.pressSequentially("user_attrs.pl");
    assertThat(page.locator("[role=option]").first()).containsText("user_attrs.plan:");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(box).hasValue("user_attrs.plan:");
    box.pressSequentially("p");
    assertThat(page.locator("[role=option]").first()).containsText("pro");
    Chromium.keep(page, "search-suggestions");
    page.keyboard().press("Tab");
    assertThat(box).hasValue("user_attrs.plan:pro ");
    box.pressSequentially("status:error cost>0.001 limit");
    total(
        "Spans",
        String.valueOf(
            count(
                span ->
                    "pro".equals(span.attributes().get("user_attrs.plan"))
                        && String.valueOf(span.statusMessage()).contains("limit")
                        && span.llm() != null
                        && Objects.requireNonNull(span.llm()).costNanoUsd() != null
                        && Objects.requireNonNull(Objects.requireNonNull(span.llm()).costNanoUsd())
                            > 1_000_000)));
    assertThat(page).hasURL(Pattern.compile("q=user_attrs.plan"));
  }

  @Test
  void aQueryThatMakesNoSenseIsExplained() {
    page.navigate("/search?range=all");

    page.getByPlaceholder(Pattern.compile("timeout")).fill("cost>cheap");
    assertThat(page.locator("#problem")).containsText("cost is an amount in USD");
    chromium.forget();
  }
}
