package dev.usercontext.dashboard.pages;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/** The page to log in on. */
@Singleton
public class LoginPage {
  @Inject Templates templates;

  /**
   * Renders it.
   *
   * @param wrong what was wrong before, or empty
   * @param back where to go afterwards
   * @param name to begin with
   */
  public String render(String wrong, String back, String name, String theme) {
    return templates.render(
        "login",
        Map.of(
            "wrong", wrong,
            "back", back,
            "name", name,
            "theme", PageContext.theme(theme),
            "version", Page.VERSION));
  }
}
