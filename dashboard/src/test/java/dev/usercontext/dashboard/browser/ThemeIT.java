package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dark and light. */
final class ThemeIT extends DemoPages {
  @ParameterizedTest
  @ValueSource(
      strings = {"users", "audit", "cost?by=model", "network", "coverage", "search", "about"})
  void everyViewInBothThemes(String view) {
    String name = view.replaceAll("[^a-z].*", "");
    page.navigate("/" + view);
    settled(page);
    assertThat((List<?>) page.evaluate(TOO_FAINT)).as("light").isEmpty();
    Chromium.keep(page, name + "-light");
    Page dark = chromium.open(dashboard.url(), ColorScheme.DARK);
    dark.navigate("/" + view);
    settled(dark);
    assertThat((List<?>) dark.evaluate(TOO_FAINT)).as("dark").isEmpty();
    Chromium.keep(dark, name + "-dark");
    assertThat(dark.evaluate("getComputedStyle(document.body).color"))
        .isNotEqualTo(page.evaluate("getComputedStyle(document.body).color"));
    dark.context().close();
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

  /** Of all texts that are seen: what WCAG AA asks for is 4.5, or 3 for large ones. */
  private static final String TOO_FAINT =
      """
      () => {
        const parse = (c) => {
          const n = c.match(/[\\d.]+/g).map(Number);
          return c.startsWith('color(srgb') ? [n[0] * 255, n[1] * 255, n[2] * 255, n[3] ?? 1]
            : [n[0], n[1], n[2], n[3] ?? 1];
        };
        const over = (a, b) => [0, 1, 2].map(i => a[i] * a[3] + b[i] * (1 - a[3])).concat(1);
        const behind = (e) => {
          const all = [];
          for (let at = e; at; at = at.parentElement) all.push(parse(getComputedStyle(at).backgroundColor));
          return all.reverse().reduce((under, c) => over(c, under), [255, 255, 255, 1]);
        };
        const light = (c) => {
          const [r, g, b] = c.slice(0, 3).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const faint = new Set();
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
          const e = walk.currentNode.parentElement;
          if (!walk.currentNode.textContent.trim() || !e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
          if (e.closest('svg, script, style, option, .skip')) continue;
          const style = getComputedStyle(e);
          const back = behind(e);
          const [a, b] = [light(over(parse(style.color), back)), light(back)].sort((x, y) => y - x);
          const ratio = (a + 0.05) / (b + 0.05);
          const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.6 && style.fontWeight >= 700);
          if (ratio < (large ? 3 : 4.5)) faint.add(ratio.toFixed(2) + ' ' + e.className + ': ' + walk.currentNode.textContent.trim().slice(0, 30));
        }
        return [...faint];
      }
      """;
}
