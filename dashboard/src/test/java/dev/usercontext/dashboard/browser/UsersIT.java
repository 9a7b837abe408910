package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Users, one of them, and the filters that every view has. */
final class UsersIT extends DemoPages {
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
  void theLinksOfAUsersPageGoAlongWithItsFilters() {
    page.navigate("/user?id=u-100&range=7d");

    page.getByText("30d", new Page.GetByTextOptions().setExact(true)).click();

    assertThat(page).hasURL(Pattern.compile("range=30d"));
    for (Locator link : page.locator(".jump a:not(.danger), .crumb, .brand").all()) {
      assertThat(link).hasAttribute("href", Pattern.compile("range=30d"));
    }
    page.getByText("Theme").click();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    assertThat(page).hasURL(Pattern.compile("/user\\?range=30d&id=u-100"));
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
    settled(page);
    Chromium.keepForReadme(page, "user");
    Page dark = chromium.open(dashboard.url(), ColorScheme.DARK);
    dark.navigate(page.url());
    settled(dark);
    Chromium.keepForReadme(dark, "user-dark");
    dark.context().close();
    page.locator(".jump").getByText("Audit trail").click();
    assertThat(page.getByLabel("User", new Page.GetByLabelOptions().setExact(true))).hasValue(user);
    total("Spans", String.valueOf(count(span -> of(span, user))));
  }
}
