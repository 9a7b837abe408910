package dev.usercontext.it.attribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a test of a runtime has seen: the rows of the contract, by group. */
final class Seen {

  private final Map<String, Map<String, Cell>> groups = new TreeMap<>();

  /** Reads what these tests of the runtime have left in its module. */
  static Seen by(Runtime runtime, List<String> tests) {
    Seen seen = new Seen();
    for (String test : tests) {
      Path file = file(runtime, test);
      if (Files.exists(file)) {
        seen.read(file);
      }
    }
    return seen;
  }

  static Path file(Runtime runtime, String test) {
    return runtime.target().resolve("attribution").resolve(test + ".tsv");
  }

  private void read(Path file) {
    try {
      Files.readAllLines(file).forEach(line -> read(line.split("\t", -1)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void read(String[] line) {
    Map<String, Cell> rows = groups.computeIfAbsent(line[1], group -> new LinkedHashMap<>());
    switch (line[0]) {
      case "known" -> rows.putIfAbsent(line[2], null);
      case "absent" -> rows.put(line[2], new Cell(line[3], true));
      case "row" -> rows.computeIfAbsent(line[2], row -> new Cell(line[4], false));
      case "span" -> rows.get(line[2]).span(line[4], line[5].equals("user"), line[6]);
      default -> throw new IllegalArgumentException(line[0]);
    }
  }

  Set<String> groups() {
    return groups.keySet();
  }

  Set<String> rows(String group) {
    return new LinkedHashSet<>(rowsOf(group).keySet());
  }

  /** The rows that the tests know, but have not seen. */
  List<String> unseen() {
    return groups.values().stream()
        .flatMap(rows -> rows.entrySet().stream())
        .filter(row -> row.getValue() == null)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Null if the runtime's tests know no such row. */
  Cell cell(String group, String row) {
    return rowsOf(group).get(row);
  }

  /** All of it in a few words. */
  Summary summary() {
    Summary summary = new Summary();
    groups.values().forEach(rows -> rows.forEach(summary::add));
    return summary;
  }

  /** A group in a few words. */
  Summary summary(String group) {
    Summary summary = new Summary();
    rowsOf(group).forEach(summary::add);
    return summary;
  }

  private Map<String, Cell> rowsOf(String group) {
    return groups.getOrDefault(group, Map.of());
  }
}
