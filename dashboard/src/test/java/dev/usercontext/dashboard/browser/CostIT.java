package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.usercontext.dashboard.store.TimeRange;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Cost, and what is left to attribute. */
final class CostIT extends DemoPages {
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
  void theDaysOfTheAddressStayWhenAnotherFilterChanges() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    LocalDate first = today.minusDays(5);
    LocalDate last = today.minusDays(3);
    page.navigate("/cost?from=" + first + "&to=" + last + "&top=15");
    assertThat(page.getByLabel("From")).hasValue(first + "T00:00");
    assertThat(page.getByLabel("to", new Page.GetByLabelOptions().setExact(true)))
        .hasValue(last.plusDays(1) + "T00:00");

    page.locator("select[name=by]").selectOption("model");

    assertThat(page).hasURL(Pattern.compile("from=" + first + "T00%3A00&to=.*&by=model"));
    assertThat(page).hasURL(Pattern.compile("top=15"));
    TimeRange days =
        TimeRange.of(
            first.atStartOfDay(ZoneOffset.UTC).toInstant(),
            last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    long calls =
        count(
            span ->
                span.isLlmCall()
                    && span.startNanos() >= days.fromNanos()
                    && span.startNanos() < days.toNanos());
    total("LLM calls", String.valueOf(calls));
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
}
