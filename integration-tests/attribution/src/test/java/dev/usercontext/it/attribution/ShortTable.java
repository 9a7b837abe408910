package dev.usercontext.it.attribution;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A line for each group of rows and, after those, one for each other test. */
final class ShortTable {

  private final Map<Runtime, Seen> seen;

  ShortTable(Map<Runtime, Seen> seen) {
    this.seen = seen;
  }

  String render(String more) {
    Set<String> groups = new TreeSet<>();
    seen.values().forEach(one -> groups.addAll(one.groups()));
    StringBuilder text = new StringBuilder(Markdown.head(seen.keySet()));
    for (String group : groups) {
      List<String> cells =
          seen.values().stream().map(one -> one.summary(group).toString()).toList();
      text.append(Markdown.line(Markdown.title(group), cells));
    }
    return text.append(more).toString();
  }
}
