package dev.usercontext.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Chromium that is installed here. Everything that a page complains about, and every dialog
 * that it opens, fails the test that asks {@link #assertQuiet}. The demo's tests use it, too.
 */
public final class Chromium implements AutoCloseable {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final Path IMAGES = Path.of("..", "docs", "images");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  public Chromium() {
    // A build machine may be slow; what is right is seen at once all the same.
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(path()).setArgs(ARGUMENTS));
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

  /** A new window, with no cookies. */
  Page open(String base) {
    return open(base, ColorScheme.LIGHT);
  }

  Page open(String base, ColorScheme scheme) {
    return open(base, new Browser.NewContextOptions().setColorScheme(scheme));
  }

  /** A new window, which sends those headers. */
  public Page open(String base, Map<String, String> headers) {
    return open(base, new Browser.NewContextOptions().setExtraHTTPHeaders(headers));
  }

  private Page open(String base, Browser.NewContextOptions options) {
    BrowserContext context =
        browser.newContext(
            options.setBaseURL(base).setViewportSize(1440, 900).setAcceptDownloads(true));
    Page page = context.newPage();
    page.setDefaultTimeout(15_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(error -> complaints.add("page error: " + error));
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    return page;
  }

  /** Keeps what is seen, under {@code target/screenshots}. */
  public static void keep(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
  }

  /** The same, and with {@code -Dscreenshots.write} it is the picture in README from now on. */
  static void keepForReadme(Page page, String name) {
    keep(page, name);
    if (System.getProperty("screenshots.write") != null) {
      page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
    }
  }

  /** Since it was asked last. */
  public void assertQuiet() {
    List<String> all = List.copyOf(complaints);
    complaints.clear();
    assertThat(all).isEmpty();
  }

  void forget() {
    complaints.clear();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
