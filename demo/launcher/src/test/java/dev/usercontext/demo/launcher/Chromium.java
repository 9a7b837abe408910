package dev.usercontext.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium that is installed here. What a page complains about fails {@link #assertQuiet}. */
final class Chromium implements AutoCloseable {
  private final List<String> complaints = new ArrayList<>();
  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    // A build machine may be slow; what is right is seen at once all the same.
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(path())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-sync")));
  }

  private static Path path() {
    return Stream.of(
            System.getProperty("chromium", ""), "/usr/bin/chromium", "/usr/bin/google-chrome")
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "No Chromium: apt-get install chromium, or -Dchromium=/path/of/it"));
  }

  /** A new window, which sends those headers. */
  Page open(String base, Map<String, String> headers) {
    Page page =
        browser
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(base)
                    .setExtraHTTPHeaders(headers)
                    .setViewportSize(1440, 900))
            .newPage();
    page.setDefaultTimeout(20_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    return page;
  }

  /** Keeps what is seen, under {@code target/screenshots}. */
  static void keep(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
  }

  void assertQuiet() {
    assertThat(complaints).isEmpty();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
