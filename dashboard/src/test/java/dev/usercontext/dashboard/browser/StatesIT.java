package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import dev.usercontext.dashboard.model.StoredSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown when there is nothing, nothing yet, something wrong or something hostile. */
final class StatesIT extends DemoPages {
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
    assertThat(page.locator("#span h2")).hasText(HostileSpan.NAME);
    Chromium.keep(page, "hostile-trace");
    page.navigate("/users?range=all&find=script");
    rows().first().locator(".main-link").click();
    assertThat(page.locator("h1 .id")).hasText(HostileSpan.USER);
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

  @ParameterizedTest
  @ValueSource(strings = {"users", "audit", "cost", "network", "coverage", "search?q=nothing"})
  void aViewWithoutAnythingSaysWhatToDo(String view) {
    page.navigate(
        "/"
            + view
            + (view.contains("?") ? "&" : "?")
            + "range=custom&from=2001-01-01&to=2001-01-02");

    assertThat(page.locator("#view .empty h2")).isVisible();
    assertThat(page.locator("#view .empty p").first())
        .containsText(Pattern.compile("range|filter"));
  }

  @Test
  void whatTakesLongIsSaidToBeLoading() {
    page.navigate("/users?range=all");
    List<Route> held = new ArrayList<>();
    page.route(url -> url.contains("env=staging"), held::add);

    page.getByLabel("Environment").selectOption("staging");
    assertThat(page.locator("#busy")).hasClass(Pattern.compile("\\bon\\b"));
    assertThat(page.locator("#busy")).hasText("Loading…");
    page.waitForCondition(() -> !held.isEmpty());
    held.get(0).resume();
    assertThat(page.locator("#busy")).not().hasClass(Pattern.compile("\\bon\\b"));
    assertThat(page).hasURL(Pattern.compile("env=staging"));
  }

  @Test
  void anAnswerThatEndsAfterALaterOneIsNotShown() {
    page.navigate("/users?range=all");
    page.evaluate(
        """
        () => {
          const text = Response.prototype.text;
          Response.prototype.text = function () {
            return this.url.includes('env=staging')
              ? new Promise((done) => { window.goOn = () => done(text.call(this)); })
              : text.call(this);
          };
        }
        """);

    page.getByLabel("Environment").selectOption("staging");
    page.waitForCondition(() -> (Boolean) page.evaluate("() => Boolean(window.goOn)"));
    page.getByLabel("Environment").selectOption("production");
    assertThat(page).hasURL(Pattern.compile("env=production"));
    page.evaluate("async () => { goOn(); await new Promise((done) => setTimeout(done, 300)); }");

    assertThat(page).hasURL(Pattern.compile("env=production"));
    assertThat(page.locator("#nav a").first()).hasAttribute("href", Pattern.compile("production"));
  }

  @Test
  void aDashboardThatIsGoneIsSaid() {
    page.navigate("/users?range=all");
    page.route(url -> url.contains("env=staging"), route -> route.abort());

    page.getByLabel("Environment").selectOption("staging");
    assertThat(page.locator("#problem")).containsText("The dashboard can’t be reached");
    // What was there stays.
    assertThat(rows().first()).isVisible();
    chromium.forget();
  }
}
