package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A dashboard, the OpenID provider that it believes, and a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OidcPages {
  static final String SESSION = "usercontext-session";
  static final String LINK = "Log in with OpenID Connect";

  OpenIdProvider provider;
  RunningDashboard dashboard;
  Chromium chromium;

  @BeforeAll
  void startAll() throws Exception {
    provider = new OpenIdProvider();
    dashboard = dashboard(provider, "oidc");
    chromium = new Chromium();
  }

  static RunningDashboard dashboard(OpenIdProvider provider, String name, String... settings)
      throws Exception {
    return RunningDashboard.start(
        RunningDashboard.folder(name, DemoSpans.until(Instant.now(), 20)),
        Stream.concat(
                List.of(
                    "-Ddashboard.security.viewer-password=viewer-secret",
                    "-Ddashboard.security.session-key=a-key-of-at-least-32-characters-",
                    "-Ddashboard.oidc.issuer=" + provider.issuer(),
                    "-Ddashboard.oidc.client-id=" + OpenIdProvider.CLIENT,
                    "-Ddashboard.oidc.client-secret=" + OpenIdProvider.SECRET)
                    .stream(),
                List.of(settings).stream())
            .toArray(String[]::new));
  }

  @AfterAll
  void stopAll() throws Exception {
    chromium.close();
    dashboard.close();
    provider.close();
  }

  @BeforeEach
  void aPerson() {
    provider.knows("ada@example.com", "dashboard-viewer");
  }

  Page login(String address) {
    Page page = chromium.open(dashboard.url());
    page.navigate(address);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(LINK)).click();
    return page;
  }

  static void withPassword(Page page) {
    page.navigate("/users");
    page.getByLabel("Name").fill("viewer");
    page.getByLabel("Password").fill("viewer-secret");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
    assertThat(page).hasURL(Pattern.compile("/users"));
  }
}
