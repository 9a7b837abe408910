package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.usercontext.dashboard.model.StoredSpan;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The network, and the spans behind it. */
final class NetworkIT extends DemoPages {
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
  void aUserIsLitInTheWholeNetwork() {
    page.navigate("/network?range=all&users=100");
    assertThat(page.locator("[data-network][data-drawn=yes]")).isVisible();
    List<String> whole = strings(page.evaluate(DRAWN.formatted("")));

    page.getByLabel("User", new Page.GetByLabelOptions().setExact(true)).fill("u-100");
    assertThat(page).hasURL(Pattern.compile("user=u-100"));
    assertThat(page.locator("[data-network][data-drawn=yes]")).isVisible();
    assertThat(strings(page.evaluate(DRAWN.formatted(""))))
        .as("everybody is still there")
        .hasSameElementsAs(whole);
    List<String> theirs = List.of("USER:u-100", "AGENT:", "TOOL:", "MODEL:", "SERVICE:");
    assertThat(strings(page.evaluate(DRAWN.formatted(".lit"))))
        .contains("USER:u-100")
        .contains(expected("MODEL:", span -> Objects.requireNonNull(span.llm()).model()))
        .allMatch(id -> theirs.stream().anyMatch(id::startsWith))
        .doesNotContain("USER:u-101");
    assertThat(strings(page.evaluate(DRAWN.formatted(".dim")))).contains("USER:u-101");
    assertThat(page.locator("#lit-note")).containsText("what served u-100");
    long calls = count(span -> of(span, "u-100") && span.parentId() == null);
    assertThat(rows().filter(new Locator.FilterOptions().setHasText("u-100")).first()).isVisible();
    assertThat(
            rows().filter(new Locator.FilterOptions().setHasText("u-100")).all().stream()
                .mapToLong(row -> Long.parseLong(row.locator(".main-link").textContent()))
                .sum())
        .isEqualTo(calls);
    Chromium.keep(page, "network-user");
  }

  /** The ids of the nodes that are drawn so. */
  private static final String DRAWN =
      "() => document.querySelector('[data-network]').cytoscape.nodes('%s').map(n => n.id())";

  private static List<String> strings(Object list) {
    return ((List<?>) list).stream().map(String::valueOf).toList();
  }

  /** The nodes that the calls of u-100 went to. */
  private String[] expected(String kind, Function<StoredSpan, String> name) {
    return spans.stream()
        .filter(span -> of(span, "u-100") && span.isLlmCall())
        .map(span -> kind + name.apply(span))
        .distinct()
        .toArray(String[]::new);
  }

  @Test
  void aClickOnAnEdgeShowsItsSpans() {
    page.navigate("/network?range=all&user=u-100");
    assertThat(page.locator("[data-network][data-drawn=yes]")).isVisible();

    page.evaluate(
        "() => document.querySelector('[data-network]').cytoscape.edges('.lit')"
            + ".filter(e => e.data('one').edge.to.name === 'gpt-4o')[0].emit('tap')");
    assertThat(page.locator("#picked h2")).containsText("to gpt-4o");
    String calls = page.locator("#picked dd").nth(2).textContent();
    page.getByText("Spans behind it").click();
    total("Spans", calls);
    assertThat(page).hasURL(Pattern.compile("user=u-100"));
  }

  @Test
  void callsThatSayNoModelAreBehindTheNodeWithoutAName() {
    page.route(
        Pattern.compile("/api/v1/graph"),
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                        "{\"nodes\":[{\"node\":{\"kind\":\"MODEL\",\"name\":\"\"},\"calls\":1,"
                            + "\"errors\":0,\"latency\":{\"p50Nanos\":1,\"p95Nanos\":1},"
                            + "\"costNanoUsd\":0}],\"edges\":[],\"otherUsers\":0}")));
    page.navigate("/network?range=all&q=chat");
    assertThat(page.locator("[data-network][data-drawn=yes]")).isVisible();

    page.evaluate(
        "() => document.querySelector('[data-network]').cytoscape.nodes()[0].emit('tap')");

    assertThat(page.getByText("Spans behind it"))
        .hasAttribute("href", "/audit?range=all&q=chat+-model%3A*&llm=true");
    page.getByText("Spans behind it").click();
    assertThat(page.locator("#view")).isVisible();
  }

  @Test
  void aUserWhomNothingServedIsSaid() {
    page.navigate("/network?range=all&user=u-nobody");

    assertThat(page.locator("[data-network][data-drawn=yes]")).isVisible();
    assertThat(page.locator("#lit-note")).containsText("Nothing served u-nobody");
  }
}
