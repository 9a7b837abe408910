package dev.usercontext.it.attribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A line for each row, a column for each runtime, and the reasons as notes. */
final class FullTable {

  private static final String HEAD =
      """
      # What is attributed where

      <!-- Written by integration-tests/attribution from what the tests saw: change a test, not this. -->

      Each line is a row of the [contract](../integration-tests/contract): a request of alice and one of bob, on the
      real server. After each, anonymous requests on the same threads must have nobody.

      - **all**: every span that the runtime exports for the request has its user.
      - **not `x`**: the span `x` has nobody. The names are those of the contract's application: `asking` is on the
        thread of the request, `task`, `greet` and `find-phrase` are on the other. `…-attributed` and `…-scoped` are
        work for somebody whom `@UserAttributed` or a scope names there.
      - **new trace: `x`**: the span `x` is not in the trace of its request.
      - **either trace: `x`**: only chance says whether the span `x` is in the trace of its request.
      - **–**: the runtime has nothing of the kind.

      A small number is the reason, below the table.
      """;

  private final Map<Runtime, Seen> seen;

  FullTable(Map<Runtime, Seen> seen) {
    this.seen = seen;
  }

  String render(String more) {
    StringBuilder text = new StringBuilder(HEAD);
    for (String group : groups()) {
      text.append("\n## ")
          .append(capital(Markdown.title(group)))
          .append("\n\n")
          .append(table(group));
    }
    return text.append(more).toString();
  }

  private Set<String> groups() {
    return seen.values().stream()
        .flatMap(one -> one.groups().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String table(String group) {
    Map<String, Integer> notes = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder(Markdown.head(seen.keySet()));
    Set<String> rows = new LinkedHashSet<>();
    seen.values().forEach(one -> rows.addAll(one.rows(group)));
    for (String row : rows) {
      List<String> cells = new ArrayList<>();
      seen.values().forEach(one -> cells.add(cell(one.cell(group, row), notes)));
      text.append(Markdown.line(row.replace("@", "&#64;"), cells));
    }
    if (!notes.isEmpty()) {
      text.append('\n');
      notes.forEach(
          (reason, n) -> text.append(n).append(". ").append(capital(reason)).append(".\n"));
    }
    return text.toString();
  }

  private static String cell(Cell cell, Map<String, Integer> notes) {
    if (cell == null) {
      return "";
    }
    if (cell.reason().isEmpty()) {
      return cell.toString();
    }
    Integer note = notes.computeIfAbsent(cell.reason(), reason -> notes.size() + 1);
    return cell + " <sup>" + note + "</sup>";
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
