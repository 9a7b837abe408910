package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a mouse. */
final class KeyboardIT extends DemoPages {
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
  void theKeyboardGoesOnWithTheRowsThatCameByIt() {
    page.navigate("/audit?range=all");
    assertThat(rows()).hasCount(50);

    page.getByText("Show more").focus();
    page.keyboard().press("Enter");
    assertThat(rows()).hasCount(100);
    assertThat(rows().nth(50).locator(".main-link")).isFocused();
    page.keyboard().press("j");
    assertThat(rows().nth(51).locator(".main-link")).isFocused();
  }

  @Test
  void theContentIsTwoKeysAway() {
    page.navigate("/audit?range=all");

    page.keyboard().press("Tab");
    assertThat(page.getByText("Skip to content")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#main")).isFocused();
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "audit", "cost", "network", "coverage", "search", "about"})
  void everyControlIsReachedWithTabAndHasAName(String view) {
    page.navigate("/" + view + "?range=all");
    settled(page);

    Object unreachable =
        page.evaluate(
            """
            () => [...document.querySelectorAll('a[href], button, input, select, textarea')]
              .filter(e => e.type !== 'hidden' && e.checkVisibility({ visibilityProperty: true }))
              .filter(e => e.tabIndex < 0
                || !(e.innerText || e.labels?.[0]?.innerText || e.getAttribute('aria-label')
                     || e.title || e.placeholder || '').trim())
              .map(e => e.outerHTML.slice(0, 120))
            """);
    assertThat((List<?>) unreachable).isEmpty();
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    assertThat(
            page.evaluate(
                "() => { const s = getComputedStyle(document.activeElement);"
                    + " return s.outlineStyle !== 'none' && s.outlineWidth !== '0px'; }"))
        .as("the focus is seen")
        .isEqualTo(true);
  }
}
