package dev.usercontext.it.contract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a server does its own way, as plain data, each with the reason. */
public final class RuntimeFacts {

  private final Map<Entry, List<String>> serverSpans = new EnumMap<>(Entry.class);
  private final Set<Feature> missing = EnumSet.noneOf(Feature.class);
  private final Map<String, UnaryOperator<Row>> changes = new HashMap<>();

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
    missing.add(feature);
    return this;
  }

  /** Expects something else of a row here. */
  public RuntimeFacts differs(String row, String reason, UnaryOperator<Row> change) {
    requireReason(reason);
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
      if (row.needs().stream().noneMatch(missing::contains)) {
        here.add(changes.getOrDefault(row.name(), UnaryOperator.identity()).apply(row));
      }
    }
    return here;
  }

  private static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a difference needs its reason");
    }
  }
}
