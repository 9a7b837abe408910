package dev.usercontext.it.attribution;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The tables of Markdown. */
final class Markdown {

  private Markdown() {}

  /** A group without the number that it is sorted by. */
  static String title(String group) {
    return group.substring(3);
  }

  /** What the heading of that text is linked to by. */
  static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  static String head(Collection<Runtime> columns) {
    return line("", columns.stream().map(Runtime::toString).toList())
        + "|---".repeat(columns.size() + 1)
        + "|\n";
  }

  static String line(String first, List<String> cells) {
    return "| " + first + " | " + String.join(" | ", cells) + " |\n";
  }
}
