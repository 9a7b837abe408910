package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins that an OpenID provider does not vouch for. */
final class OidcRefusalIT extends OidcPages {

  /** The browser complains of each page that says no. */
  @AfterEach
  void forget() {
    chromium.forget();
  }

  private static void refused(Page page, String code) {
    assertThat(page.getByRole(AriaRole.ALERT)).containsText(code);
    assertThat(page.context().cookies()).extracting(cookie -> cookie.name).doesNotContain(SESSION);
    page.navigate("/users");
    assertThat(page).hasURL(Pattern.compile("/login"));
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
  }

  @Test
  void theAnswerToAnotherLoginIsRefused() {
    provider.sendsBackTo(address -> address.replaceFirst("state=[^&]*", "state=guess"));
    refused(login("/users"), "UCD122");

    provider.knows("ada@example.com", "dashboard-viewer");
    Page begun = chromium.open(dashboard.url());
    begun.navigate("/login/oidc/callback?code=stolen&state=stolen");
    refused(begun, "UCD122");
  }

  @Test
  void whoHasNoRoleIsToldSo() {
    provider.knows("mallory", "somebody");
    refused(login("/users"), "UCD125: mallory may not see the dashboard");
  }

  @Test
  void aNoOfTheProviderIsSaid() {
    provider.refuses("access_denied");
    refused(login("/users"), "UCD123: The OpenID provider refused: access_denied");
  }

  @Test
  void aProviderThatDoesNotAnswerIsSaidAndHarmsNothing() throws Exception {
    OpenIdProvider gone = new OpenIdProvider();
    gone.close();
    try (RunningDashboard alone =
        dashboard(provider, "oidc-gone", "-Ddashboard.oidc.issuer=" + gone.issuer())) {
      Page page = chromium.open(alone.url());
      page.navigate("/users");
      page.getByText(LINK).click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("UCD121");
      withPassword(page);
    }
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
