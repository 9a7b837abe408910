package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.usercontext.dashboard.model.LlmWork;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every view as a person uses it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesIT {
  private final List<StoredSpan> spans = DemoSpans.until(Instant.now(), 600);
  private RunningDashboard dashboard;
  private Chromium chromium;
  private Page page;

  @BeforeAll
  void start() throws Exception {
    dashboard = RunningDashboard.start(RunningDashboard.folder("pages", spans));
    chromium = new Chromium();
  }

  @AfterAll
  void stop() throws Exception {
    chromium.close();
    dashboard.close();
  }

  @BeforeEach
  void open() {
    page = chromium.open(dashboard.url());
  }

  @AfterEach
  void nothingIsComplainedAbout() {
    page.context().close();
    chromium.assertQuiet();
  }

  private long count(Predicate<StoredSpan> which) {
    return spans.stream().filter(which).count();
  }

  private Map<String, Long> costs() {
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

  private String dearest() {
    return costs().entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private Locator rows() {
    return page.locator("#view table.grid tbody tr:not(.more)");
  }

  private static boolean of(StoredSpan span, String user) {
    SpanUser its = span.user();
    return its != null && its.id().equals(user);
  }

  private static boolean model(StoredSpan span, String model) {
    LlmWork llm = span.llm();
    return llm != null && model.equals(llm.model());
  }

  private void total(String name, String value) {
    assertThat(
            page.locator(".totals > div")
                .filter(new Locator.FilterOptions().setHas(page.getByText(name).first()))
                .locator("dd")
                .first())
        .hasText(value);
  }

  @Test
  void usersAreSortedByEachColumn() {
    page.navigate("/users");

    assertThat(rows().first().locator("td").first()).hasText(dearest());
    assertThat(page.locator("th[aria-sort=descending]")).hasText("Cost");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("LLM calls")).click();
    assertThat(page).hasURL(Pattern.compile("sort=llm_calls"));
    String most =
        spans.stream()
            .filter(span -> span.isLlmCall() && span.user() != null)
            .collect(
                Collectors.groupingBy(
                    span -> Objects.requireNonNull(span.user()).id(), Collectors.counting()))
            .entrySet()
            .stream()
            .max(Map.Entry.comparingByValue())
            .orElseThrow()
            .getKey();
    assertThat(rows().first().locator("td").first()).hasText(most);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("LLM calls")).click();
    assertThat(page.locator("th[aria-sort=ascending]")).hasText("LLM calls");
  }

  @Test
  void aUserIsFoundWhileTyping() {
    page.navigate("/users");

    page.keyboard().press("/");
    page.keyboard().type("GRACE");

    assertThat(rows()).hasCount(1);
    assertThat(rows().first()).containsText("grace@example.com");
    assertThat(page).hasURL(Pattern.compile("find=GRACE"));
    page.keyboard().type("xx");
    assertThat(page.getByText("No users here")).isVisible();
  }

  @Test
  void everyFilterIsInTheAddressAndGoesAlong() {
    page.navigate("/users");

    page.getByText("All", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page).hasURL(Pattern.compile("range=all"));
    page.getByLabel("Environment").selectOption("staging");
    assertThat(page).hasURL(Pattern.compile("env=staging"));
    page.getByLabel("Service").selectOption("shop-api");
    assertThat(page).hasURL(Pattern.compile("service=shop-api"));
    total(
        "Spans",
        String.valueOf(
            count(
                span ->
                    "staging".equals(span.environment()) && span.service().equals("shop-api"))));
    assertThat(page.locator("#exports a").first())
        .hasAttribute("href", Pattern.compile("env=staging&service=shop-api"));

    page.keyboard().press("g");
    page.locator("#nav").getByText("Coverage").click();
    assertThat(page).hasURL(Pattern.compile("/coverage\\?range=all&env=staging&service=shop-api"));
    page.reload();
    assertThat(page.getByLabel("Service")).hasValue("shop-api");
  }

  @Test
  void aCustomRangeIsOnlyThatTime() {
    page.navigate("/users?range=custom&from=2001-01-01&to=2001-01-02");

    assertThat(page.getByText("No users here")).isVisible();
    assertThat(page.getByText("to", new Page.GetByTextOptions().setExact(true))).isVisible();
  }

  @Test
  void aUsersPageHasItsFiguresAndLinks() {
    page.navigate("/users?range=all");
    String user = dearest();

    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(user).setExact(true)).click();

    total("LLM calls", String.valueOf(count(span -> of(span, user) && span.isLlmCall())));
    assertThat(page.locator(".sub")).containsText("@example.com");
    assertThat(page.locator(".sub")).containsText("plan");
    assertThat(page.locator("[data-chart][data-drawn=yes]")).isVisible();
    Chromium.keep(page, "user");
    page.locator(".jump").getByText("Audit trail").click();
    assertThat(page.getByLabel("User", new Page.GetByLabelOptions().setExact(true))).hasValue(user);
    total("Spans", String.valueOf(count(span -> of(span, user))));
  }

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
  void costIsCutByWhatIsChosenAndUnknownIsNotZero() {
    page.navigate("/cost?range=all");

    page.locator("select[name=by]").selectOption("model");
    assertThat(page).hasURL(Pattern.compile("by=model"));
    assertThat(rows().filter(new Locator.FilterOptions().setHasText("llama-3.3-70b-local")))
        .containsText("unknown");
    assertThat(page.locator("[data-chart][data-drawn=yes]")).isVisible();
    page.locator("select[name=by]").selectOption("attribute:user_attrs.plan");
    assertThat(rows().filter(new Locator.FilterOptions().setHasText("pro"))).hasCount(1);
    assertThat(rows().filter(new Locator.FilterOptions().setHasText("no user_attrs.plan")))
        .hasCount(1);
    page.locator("select[name=per]").selectOption("hour");
    assertThat(page.getByText("Cost per hour, by user_attrs.plan")).isVisible();
    assertThat(page.locator("[data-chart][data-drawn=yes]")).isVisible();
  }

  @Test
  void theNetworkShowsTheSpansBehindANode() {
    page.navigate("/network?range=all&user=u-100");

    assertThat(page.locator("[data-network][data-drawn=yes]")).isVisible();
    Object place =
        page.evaluate(
            "() => { const p = document.querySelector('[data-network]');"
                + " const at = p.cytoscape.getElementById('MODEL:gpt-4o').renderedPosition();"
                + " const box = p.getBoundingClientRect();"
                + " return [box.left + at.x, box.top + at.y]; }");
    List<?> at = (List<?>) place;
    page.mouse().click(((Number) at.get(0)).doubleValue(), ((Number) at.get(1)).doubleValue());
    assertThat(page.locator("#picked h2")).containsText("gpt-4o");
    long calls = count(span -> of(span, "u-100") && model(span, "gpt-4o"));
    assertThat(page.locator("#picked dd").first()).hasText(String.valueOf(calls));
    Chromium.keep(page, "network-picked");
    page.getByText("Spans behind it").click();
    total("Spans", String.valueOf(calls));
  }

  @Test
  void theNetworksTableShowsTheSpansBehindAnEdge() {
    page.navigate("/network?range=all");

    String calls = rows().first().locator(".main-link").textContent();
    rows().first().locator(".main-link").click();
    total("Spans", calls);
    assertThat(page.locator(".chip").first()).containsText("from");
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

  @Test
  void coverageSaysWhatIsLeft() {
    page.navigate("/coverage?range=all");

    long without = count(span -> span.user() == null);
    total("Without", String.format("%,d", without));
    assertThat(page.getByText("nightly-index")).isVisible();
    assertThat(page.locator("[data-chart][data-drawn=yes]")).isVisible();
    page.getByText("nightly-index").click();
    total("Spans", String.valueOf(count(span -> span.name().equals("nightly-index"))));
  }

  @Test
  void exportsHonourTheFilters() throws Exception {
    page.navigate("/audit?range=all&llm=true&model=gpt-4o");

    Download csv = page.waitForDownload(() -> page.locator("#exports").getByText("CSV").click());
    List<String> lines = Files.readAllLines(csv.path());
    long calls = count(span -> model(span, "gpt-4o"));
    assertThat(csv.suggestedFilename()).isEqualTo("spans.csv");
    assertThat(lines).hasSize((int) calls + 1);
    assertThat(lines.get(0)).startsWith("time,trace_id,span_id");
    Download json =
        page.waitForDownload(() -> page.locator("#exports").getByText("JSON Lines").click());
    assertThat(Files.readAllLines(json.path()))
        .hasSize((int) calls)
        .allMatch(line -> line.startsWith("{") && line.contains("\"model\":\"gpt-4o\""));

    page.navigate("/users?range=all&find=grace");
    Download users = page.waitForDownload(() -> page.locator("#exports").getByText("CSV").click());
    assertThat(Files.readAllLines(users.path())).hasSize(2);
    assertThat(dashboard.log()).contains("\"action\":\"export\",\"view\":\"users\"");
    assertThat(dashboard.log()).doesNotContain("grace");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"users", "audit", "cost?by=model", "network", "coverage", "search", "about"})
  void everyViewInBothThemes(String view) {
    String name = view.replaceAll("[^a-z].*", "");
    page.navigate("/" + view);
    settled(page);
    Chromium.keep(page, name + "-light");
    Page dark = chromium.open(dashboard.url(), ColorScheme.DARK);
    dark.navigate("/" + view);
    settled(dark);
    Chromium.keep(dark, name + "-dark");
    assertThat(dark.evaluate("getComputedStyle(document.body).color"))
        .isNotEqualTo(page.evaluate("getComputedStyle(document.body).color"));
    dark.context().close();
  }

  private static void settled(Page page) {
    assertThat(page.locator("[data-chart]:not([data-drawn=yes])")).hasCount(0);
    assertThat(page.locator("[data-network]:not([data-drawn=yes])")).hasCount(0);
  }

  @Test
  void theThemeIsChosenAndKept() {
    page.navigate("/users");

    page.getByText("Theme").click();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.navigate("/cost");
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.getByText("Theme").click();
    assertThat(page.locator("html")).hasAttribute("data-theme", "light");
    assertThat(page).hasURL(Pattern.compile("/cost"));
  }

  @Test
  void theKeyboardIsEnough() {
    page.navigate("/users?range=all");

    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("k");
    assertThat(rows().first().locator(".main-link")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("/user\\?"));
    page.keyboard().press("g");
    page.keyboard().press("c");
    assertThat(page).hasURL(Pattern.compile("/cost"));
  }

  @Test
  void whatSpansHoldIsShownAndNotRun() {
    StoredSpan hostile = spans.get(spans.size() - 1);
    for (String address :
        List.of(
            "/users?range=all",
            "/audit?range=all",
            "/cost?range=all&by=model",
            "/network?range=all&users=100",
            "/coverage?range=all",
            "/search?range=all",
            "/search?range=all&q=alert",
            "/trace?id=" + hostile.traceId())) {
      page.navigate(address);
      settled(page);
      assertThat(page.locator("main")).isVisible();
    }
    assertThat(page.locator("#span h2")).hasText(DemoSpans.HOSTILE_NAME);
    Chromium.keep(page, "hostile-trace");
    page.navigate("/users?range=all&find=script");
    rows().first().locator(".main-link").click();
    assertThat(page.locator("h1 .id")).hasText(DemoSpans.HOSTILE_USER);
    assertThat(page.locator("[data-chart][data-drawn=yes]")).isVisible();
  }

  @Test
  void anAddressThatMakesNoSenseIsExplained() {
    page.navigate("/users?sort=shoe-size");
    assertThat(page.locator("main")).containsText("sort is one of");
    page.navigate("/trace?id=00000000000000000000000000000bad");
    assertThat(page.locator("main")).containsText("No span of this trace is stored");
    page.navigate("/nowhere");
    assertThat(page.locator("main")).containsText("Not found");
    chromium.forget();
  }
}
