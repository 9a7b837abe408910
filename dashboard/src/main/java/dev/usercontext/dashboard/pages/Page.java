package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.query.Filters;
import dev.usercontext.dashboard.query.Params;
import dev.usercontext.dashboard.query.Ranges;
import java.util.List;

/**
 * What every page has around its own content.
 *
 * @param path of the view, {@code /users}
 * @param params of its address
 * @param theme {@code dark}, {@code light}, or empty for what the system prefers
 * @param mayErase whether who looks at it may erase
 * @param login whether somebody is logged in, and may log out
 */
public record Page(
    String title,
    String path,
    Params params,
    List<Option> services,
    List<Option> environments,
    String theme,
    boolean mayErase,
    boolean login) {

  /** Another one after each start, so that no browser keeps the style of an earlier version. */
  static final String VERSION = Long.toString(System.currentTimeMillis(), 36);

  private static final List<View> VIEWS =
      List.of(
          new View("/users", "Users", "users"),
          new View("/audit", "Audit trail", "audit"),
          new View("/cost", "Cost", "cost"),
          new View("/network", "Network", "network"),
          new View("/search", "Search", "search"),
          new View("/coverage", "Coverage", "coverage"));

  /** One entry of the navigation. */
  public record View(String path, String title, String icon) {}

  public String version() {
    return VERSION;
  }

  public List<View> views() {
    return VIEWS;
  }

  /** What goes along to other views. */
  public Params shared() {
    return params.only(Filters.SHARED);
  }

  /** What says which spans. */
  public Params filter() {
    return params.only(Filters.ALL);
  }

  public String range() {
    return Ranges.name(params);
  }

  /** The custom range, as its fields take it. */
  public String from() {
    return Ranges.field(params, "from");
  }

  public String to() {
    return Ranges.field(params, "to");
  }

  public List<String> ranges() {
    return List.of("1h", "24h", "7d", "30d");
  }
}
