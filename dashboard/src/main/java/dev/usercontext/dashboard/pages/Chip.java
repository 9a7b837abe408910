package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.query.Filters;
import dev.usercontext.dashboard.query.Params;
import java.util.ArrayList;
import java.util.List;

/**
 * A filter that is on, and the link that takes it away.
 *
 * @param name as people know it
 */
public record Chip(String name, String value, String link) {

  /** A parameter that a form keeps. */
  public record Hidden(String name, String value) {}

  /** The filters of an address that a page has no field for. */
  static List<Chip> of(Params params, String path, List<String> fields) {
    List<Chip> chips = new ArrayList<>();
    for (String name : Filters.ALL) {
      String value = params.get(name);
      if (value != null && !Filters.SHARED.contains(name) && !fields.contains(name)) {
        Params without =
            name.startsWith("edge_")
                ? params.without("edge_from").without("edge_to")
                : params.without(name);
        chips.add(new Chip(title(name), value, without.link(path)));
      }
    }
    return chips;
  }

  /** The same, for the form. */
  static List<Hidden> hidden(Params params, List<String> fields) {
    List<Hidden> hidden = new ArrayList<>();
    for (String name : Filters.ALL) {
      String value = params.get(name);
      if (value != null && !Filters.SHARED.contains(name) && !fields.contains(name)) {
        hidden.add(new Hidden(name, value));
      }
    }
    return hidden;
  }

  private static String title(String name) {
    return switch (name) {
      case "edge_from" -> "from";
      case "edge_to" -> "to";
      case "unpriced" -> "cost unknown";
      case "attributed" -> "has a user";
      case "llm" -> "LLM calls";
      default -> name;
    };
  }
}
