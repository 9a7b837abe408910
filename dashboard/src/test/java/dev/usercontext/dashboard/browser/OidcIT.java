package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins of people whom an OpenID provider knows, on two dashboards with the same key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OidcIT {
  private static final String SESSION = "usercontext-session";
  private static final String LINK = "Log in with OpenID Connect";

  private OpenIdProvider provider;
  private RunningDashboard dashboard;
  private RunningDashboard other;
  private Chromium chromium;

  @BeforeAll
  void start() throws Exception {
    provider = new OpenIdProvider();
    dashboard = dashboard("oidc");
    // With what may differ between dashboards of one key.
    other =
        dashboard(
            "oidc-other",
            "-Ddashboard.oidc.roles-claim=realm_access/roles",
            "-Ddashboard.oidc.viewer-roles=staff");
    chromium = new Chromium();
  }

  private RunningDashboard dashboard(String name, String... settings) throws Exception {
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
  void stop() throws Exception {
    chromium.close();
    dashboard.close();
    other.close();
    provider.close();
  }

  @BeforeEach
  void aPerson() {
    provider.knows("ada@example.com", "dashboard-viewer");
  }

  private Page login(String address) {
    Page page = chromium.open(dashboard.url());
    page.navigate(address);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(LINK)).click();
    return page;
  }

  private static void refused(Page page, String code) {
    assertThat(page.getByRole(AriaRole.ALERT)).containsText(code);
    assertThat(page.context().cookies()).extracting(cookie -> cookie.name).doesNotContain(SESSION);
    page.navigate("/users");
    assertThat(page).hasURL(Pattern.compile("/login"));
  }

  @Test
  void aPermalinkOpensAfterTheLoginAndTheLogoutIsForBoth() {
    Page page = login("/cost?range=30d&by=model");

    assertThat(page).hasURL(Pattern.compile("/cost\\?range=30d&by=model"));
    assertThat(page.locator("#view table")).isVisible();
    assertThat(page.context().cookies())
        .filteredOn(cookie -> cookie.name.equals(SESSION))
        .singleElement()
        .satisfies(cookie -> assertThat(cookie.httpOnly).isTrue());
    page.getByText("Log out").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("You are logged out");
    Chromium.keep(page, "login-openid");
    page.navigate("/users");
    assertThat(page).hasURL(Pattern.compile("/login"));
    page.navigate("/login?out=true");
    page.getByText("Log out of the OpenID provider too").click();
    assertThat(page.getByText("goodbye")).isVisible();
    assertThat(page.url()).contains("post_logout_redirect_uri").contains("client_id=dashboard");
  }

  @Test
  void rolesSayWhoMayErase() {
    Page viewer = login("/user?id=u-101&range=all");
    assertThat(viewer.locator(".jump")).not().containsText("Erase");
    viewer.navigate("/erase?id=u-101");
    assertThat(viewer.locator("main")).containsText("Only admin may erase");

    provider.knows("grace@example.com", "something", "dashboard-admin");
    Page admin = login("/user?id=u-101&range=all");
    assertThat(admin.locator(".jump")).containsText("Erase");
  }

  @Test
  void aPasswordIsAsGoodBesideIt() {
    Page page = chromium.open(dashboard.url());
    page.navigate("/users");
    page.getByLabel("Name").fill("viewer");
    page.getByLabel("Password").fill("viewer-secret");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();

    assertThat(page).hasURL(Pattern.compile("/users"));
  }

  @Test
  void aLoginHoldsOnEachDashboardWithTheKeyAndCannotBeChanged() {
    Page page = login("/users");
    assertThat(page).hasURL(Pattern.compile("/users"));
    Cookie cookie =
        page.context().cookies().stream()
            .filter(one -> one.name.equals(SESSION))
            .findFirst()
            .orElseThrow();

    Page there = chromium.open(other.url());
    there.context().addCookies(List.of(new Cookie(SESSION, cookie.value).setUrl(other.url())));
    there.navigate("/users");
    assertThat(there).hasURL(Pattern.compile("/users"));
    there
        .context()
        .addCookies(List.of(new Cookie(SESSION, "A" + cookie.value).setUrl(other.url())));
    there.navigate("/users");
    assertThat(there).hasURL(Pattern.compile("/login"));
    // What was logged out is void where that was said, also for who kept a copy.
    page.getByText("Log out").click();
    page.context().addCookies(List.of(new Cookie(SESSION, cookie.value).setUrl(dashboard.url())));
    page.navigate("/users");
    assertThat(page).hasURL(Pattern.compile("/login"));
  }

  @Test
  void keysMayChange() {
    assertThat(login("/users")).hasURL(Pattern.compile("/users"));
    provider.rotates();
    assertThat(login("/users")).hasURL(Pattern.compile("/users"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonce", "audience", "issuer", "expired", "signature", "no nonce"})
  void anIdTokenThatIsWrongIsRefused(String what) throws Exception {
    provider.says(
        claims -> {
          claims.claim("preferred_username", "mallory").claim("roles", List.of("dashboard-admin"));
          switch (what) {
            case "nonce" -> claims.claim("nonce", "of-another-login");
            case "no nonce" -> claims.claim("nonce", null);
            case "audience" -> claims.audience("another-client");
            case "issuer" -> claims.issuer("https://elsewhere.example");
            case "expired" -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120)));
            default -> {}
          }
        });
    if (what.equals("signature")) {
      provider.forges();
    }

    refused(login("/users"), "UCD124");
    chromium.forget();
  }

  @Test
  void theAnswerToAnotherLoginIsRefused() {
    provider.sendsBackTo(address -> address.replaceFirst("state=[^&]*", "state=guess"));
    refused(login("/users"), "UCD122");

    provider.knows("ada@example.com", "dashboard-viewer");
    Page begun = chromium.open(dashboard.url());
    begun.navigate("/login/oidc/callback?code=stolen&state=stolen");
    refused(begun, "UCD122");
    chromium.forget();
  }

  @Test
  void whoHasNoRoleIsToldSo() {
    provider.knows("mallory", "somebody");
    refused(login("/users"), "UCD125: mallory may not see the dashboard");
    chromium.forget();
  }

  @Test
  void aNoOfTheProviderIsSaid() {
    provider.refuses("access_denied");
    refused(login("/users"), "UCD123: The OpenID provider refused: access_denied");
    chromium.forget();
  }

  @Test
  void rolesMayBeDeepInTheToken() {
    provider.says(claims -> claims.claim("realm_access", Map.of("roles", List.of("staff"))));
    Page page = chromium.open(other.url());
    page.navigate("/users");
    page.getByText(LINK).click();

    assertThat(page).hasURL(Pattern.compile("/users"));
    assertThat(other.log()).contains("subject-1 is logged in");
  }

  @Test
  void aProviderThatDoesNotAnswerIsSaidAndHarmsNothing() throws Exception {
    OpenIdProvider gone = new OpenIdProvider();
    gone.close();
    try (RunningDashboard alone =
        dashboard("oidc-gone", "-Ddashboard.oidc.issuer=" + gone.issuer())) {
      Page page = chromium.open(alone.url());
      page.navigate("/users");
      page.getByText(LINK).click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("UCD121");
      page.getByLabel("Name").fill("viewer");
      page.getByLabel("Password").fill("viewer-secret");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
      assertThat(page).hasURL(Pattern.compile("/users"));
    }
    chromium.forget();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-Ddashboard.oidc.issuer=http://provider.example", "-Ddashboard.oidc.client-id="})
  void aConfigurationThatCannotWorkIsRefusedAtTheStart(String setting) throws Exception {
    String said =
        RunningDashboard.refused(
            RunningDashboard.folder("oidc-wrong", List.of()),
            "-Ddashboard.oidc.issuer=" + provider.issuer(),
            "-Ddashboard.oidc.client-id=" + OpenIdProvider.CLIENT,
            setting);
    assertThat(said).contains("UCD120");
  }
}
