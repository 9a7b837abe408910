package dev.usercontext.it.attribution;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A line for each group of rows, with a link to the rows. */
final class ShortTable {

  private final Map<Runtime, Seen> seen;

  ShortTable(Map<Runtime, Seen> seen) {
    this.seen = seen;
  }

  String render() {
    Set<String> groups = new TreeSet<>();
    seen.values().forEach(one -> groups.addAll(one.groups()));
    StringBuilder text = new StringBuilder(Markdown.head(seen.keySet()));
    for (String group : groups) {
      List<String> cells = seen.values().stream().map(one -> one.summary(group).brief()).toList();
      text.append(Markdown.line(link(Markdown.title(group)), cells));
    }
    return text.toString();
  }

  private static String link(String title) {
    return "[%s](docs/attribution.md#%s)".formatted(title, Markdown.anchor(title));
  }
}
