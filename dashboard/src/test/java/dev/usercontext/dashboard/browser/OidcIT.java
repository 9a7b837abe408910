package dev.usercontext.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Logins of people whom an OpenID provider knows, on two dashboards with the same key. */
final class OidcIT extends OidcPages {
  private RunningDashboard other;

  @BeforeAll
  void startOther() throws Exception {
    // With what may differ between dashboards of one key.
    other =
        dashboard(
            provider,
            "oidc-other",
            "-Ddashboard.oidc.roles-claim=realm_access/roles",
            "-Ddashboard.oidc.viewer-roles=staff");
  }

  @AfterAll
  void stopOther() throws Exception {
    other.close();
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
    withPassword(chromium.open(dashboard.url()));
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

  @Test
  void rolesMayBeDeepInTheToken() {
    provider.says(claims -> claims.claim("realm_access", Map.of("roles", List.of("staff"))));
    Page page = chromium.open(other.url());
    page.navigate("/users");
    page.getByText(LINK).click();

    assertThat(page).hasURL(Pattern.compile("/users"));
    assertThat(other.log()).contains("subject-1 is logged in");
  }
}
