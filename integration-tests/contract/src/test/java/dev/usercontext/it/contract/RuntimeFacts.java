package dev.usercontext.it.contract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a server does its own way, as plain data, each with the reason. */
public final class RuntimeFacts {

  private final Map<Entry, List<String>> serverSpans = new EnumMap<>(Entry.class);
  private final Map<Feature, String> missing = new EnumMap<>(Feature.class);
  private final Map<String, List<String>> reasons = new HashMap<>();
  private final Map<String, UnaryOperator<Row>> changes = new HashMap<>();

  /** On the JVM of the tests, which is the one of the servers. */
  public RuntimeFacts() {
    if (Runtime.version().feature() < 21) {
      lacks(Feature.VIRTUAL_THREADS, "Java 21 brought them: the tests on JDK 25 have them");
    }
  }

  /** The entries for which the server makes a span of its own. */
  public RuntimeFacts serverSpansOf(Entry... entries) {
    for (Entry entry : entries) {
      serverSpans.put(entry, List.of(""));
    }
    return this;
  }

  /** An entry for which it makes several, whose names begin like this. */
  public RuntimeFacts serverSpans(Entry entry, String... beginnings) {
    serverSpans.put(entry, List.of(beginnings));
    return this;
  }

  /** Leaves out the rows that need this. */
  public RuntimeFacts lacks(Feature feature, String reason) {
    requireReason(reason);
    missing.put(feature, reason);
    return this;
  }

  /** Expects something else of a row here. */
  public RuntimeFacts differs(String row, String reason, UnaryOperator<Row> change) {
    requireReason(reason);
    reasons.computeIfAbsent(row, unknown -> new ArrayList<>()).add(reason);
    changes.merge(row, change, (first, next) -> changed -> next.apply(first.apply(changed)));
    return this;
  }

  /** How the names of the server spans begin. */
  List<String> serverSpansOf(Entry entry) {
    return serverSpans.getOrDefault(entry, List.of());
  }

  /** The rows as they are on this server. */
  List<Row> of(List<Row> rows) {
    List<Row> here = new ArrayList<>();
    for (Row row : rows) {
      if (whyMissing(row).isEmpty()) {
        here.add(changes.getOrDefault(row.name(), UnaryOperator.identity()).apply(row));
      }
    }
    return here;
  }

  /** Why there is no such row on this server; empty if there is. */
  Optional<String> whyMissing(Row row) {
    return row.needs().stream().map(missing::get).filter(Objects::nonNull).findFirst();
  }

  /** Why the row is not as on other servers. */
  List<String> reasons(Row row) {
    return reasons.getOrDefault(row.name(), List.of());
  }

  private static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a difference needs its reason");
    }
  }
}
