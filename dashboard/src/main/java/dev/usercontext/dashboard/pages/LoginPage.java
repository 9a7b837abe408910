package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.security.Credentials;
import dev.usercontext.dashboard.security.oidc.OidcSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The page to log in on. */
@Singleton
public class LoginPage {
  @Inject Templates templates;
  @Inject Credentials credentials;
  @Inject OidcSettings oidc;

  /**
   * Renders it.
   *
   * @param wrong what was wrong before, or empty
   * @param back where to go afterwards
   * @param name to begin with
   */
  public String render(String wrong, String back, String name, String theme) {
    return render(wrong, back, name, theme, false);
  }

  /** Renders it for who has just logged out. */
  public String loggedOut(String theme) {
    return render("", "/users", "", theme, true);
  }

  private String render(String wrong, String back, String name, String theme, boolean out) {
    return templates.render(
        "login",
        Map.of(
            "wrong",
            wrong,
            "back",
            back,
            "backLink",
            URLEncoder.encode(back, StandardCharsets.UTF_8),
            "name",
            name,
            "out",
            out,
            "passwords",
            credentials.passwords(),
            "oidc",
            oidc.enabled(),
            "theme",
            PageContext.theme(theme),
            "version",
            Page.VERSION));
  }
}
