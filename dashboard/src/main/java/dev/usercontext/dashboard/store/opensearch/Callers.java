package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Finds the caller of each span, wherever and whenever the spans above it come. A span whose caller
 * is not there yet says which document it waits for. Whoever makes that one visible looks for those
 * that wait, and whoever makes one visible that waits looks once more for what it waits for: of two
 * dashboards, the later one sees what both have written. Documents are only replaced as they were
 * found, so that an erased span does not come back.
 *
 * <p>Keeps nothing between calls; any thread.
 */
final class Callers {
  /** As long as that a span waits for its caller. */
  private static final long PATIENCE_MILLIS = 120_000;

  /** Spans that are replaced at once. */
  private static final int PART = 5_000;

  /** More rounds than traces are deep; what is left is done when it has waited long enough. */
  private static final int ROUNDS = 20;

  /** A caller that began longer before is not looked for. */
  private static final long NEAR = 2 * 86_400_000_000_000L;

  private final Cluster cluster;
  private final Search search;
  private final IndexNames names;
  private final Documents documents;
  private final LongSupplier clockMillis;

  Callers(
      Cluster cluster,
      Search search,
      IndexNames names,
      Documents documents,
      LongSupplier clockMillis) {
    this.cluster = cluster;
    this.search = search;
    this.names = names;
    this.documents = documents;
    this.clockMillis = clockMillis;
  }

  /** Where documents are looked for that are near to spans. */
  String near(Collection<StoredSpan> spans) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (StoredSpan span : spans) {
      first = Math.min(first, span.startNanos());
      last = Math.max(last, span.startNanos());
    }
    return names.in(
        new TimeRange(
            first < Long.MIN_VALUE + NEAR ? Long.MIN_VALUE : first - NEAR,
            last > Long.MAX_VALUE - NEAR ? Long.MAX_VALUE : last + NEAR));
  }

  /** What is known of spans, and of those above them as far as they are there. */
  Map<String, Known> known(Collection<StoredSpan> spans, String indices) {
    Map<String, Known> known = new HashMap<>();
    spans.forEach(span -> known.put(Documents.id(span), Known.of(span)));
    complete(spans, known, indices);
    return known;
  }

  private void complete(Collection<StoredSpan> spans, Map<String, Known> known, String indices) {
    Set<String> asked = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      Set<String> missing = missing(spans, known);
      missing.removeAll(asked);
      if (missing.isEmpty() || !lookUp(missing, known, indices)) {
        return;
      }
      asked.addAll(missing);
    }
  }

  /** The documents that callers of spans depend on, and that are not known. */
  private static Set<String> missing(Collection<StoredSpan> spans, Map<String, Known> known) {
    Set<String> missing = new HashSet<>();
    for (StoredSpan span : spans) {
      String id = Caller.of(Known.of(span), known).missing();
      if (id != null) {
        missing.add(id);
      }
    }
    return missing;
  }

  /** False if none of them is there. */
  private boolean lookUp(Set<String> ids, Map<String, Known> known, String indices) {
    int before = known.size();
    for (JsonNode hit : search.byId(indices, ids, Known.FIELDS)) {
      known.put(hit.path("_id").asText(), Known.of(hit.path("_source").path("raw")));
    }
    return known.size() > before;
  }

  /** Once spans are visible: finds the callers of those that have waited for them, or still do. */
  void settle(Collection<StoredSpan> spans, Map<String, Known> known, String indices) {
    Set<String> arrived = new HashSet<>();
    spans.forEach(span -> arrived.add(Documents.id(span)));
    Set<String> missing = missing(spans, known);
    for (int round = 0; round < ROUNDS; round++) {
      if (!missing.isEmpty()) {
        lookUp(missing, known, indices);
        missing.stream().filter(known::containsKey).forEach(arrived::add);
      }
      List<JsonNode> waiting = waiting(arrived, indices);
      if (waiting.isEmpty()) {
        return;
      }
      missing = replace(waiting, known, indices, false);
      arrived.addAll(missing);
      arrived.retainAll(known.keySet());
    }
  }

  private List<JsonNode> waiting(Set<String> arrived, String indices) {
    List<String> ids = List.copyOf(arrived);
    List<JsonNode> waiting = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += PART) {
      List<String> part = ids.subList(from, Math.min(ids.size(), from + PART));
      Object query = Map.of("bool", Map.of("filter", Map.of("terms", Map.of("missing", part))));
      waiting.addAll(
          search.hits(
              indices, Json.object("size", PART, "seq_no_primary_term", true, "query", query)));
    }
    return waiting;
  }

  /** Writes what is known now, and returns the documents that are waited for still. */
  private Set<String> replace(
      List<JsonNode> hits, Map<String, Known> known, String indices, boolean impatient) {
    List<StoredSpan> spans = hits.stream().map(RawSpan::span).toList();
    spans.forEach(span -> known.putIfAbsent(Documents.id(span), Known.of(span)));
    complete(spans, known, indices);
    Bulk bulk = new Bulk(cluster);
    long now = clockMillis.getAsLong();
    Set<String> missing = new HashSet<>();
    for (int i = 0; i < spans.size(); i++) {
      Known span = Known.of(spans.get(i));
      Caller caller = Caller.of(span, known);
      if (caller.missing() != null && impatient) {
        caller = Caller.orphan(span);
      } else if (caller.missing() != null) {
        missing.add(caller.missing());
      }
      bulk.replace(hits.get(i), documents.document(spans.get(i), caller, now));
    }
    bulk.finish();
    bulk.refresh();
    return missing;
  }

  /** Gives up waiting for what has not come for long: it is taken to be elsewhere. */
  void expire() {
    for (int round = 0; round < ROUNDS; round++) {
      Object query =
          Map.of("range", Map.of("since", Map.of("lt", clockMillis.getAsLong() - PATIENCE_MILLIS)));
      List<JsonNode> waiting =
          search.hits(
              names.all(),
              Json.object(
                  "size",
                  PART,
                  "seq_no_primary_term",
                  true,
                  "query",
                  Map.of("bool", Map.of("filter", query))));
      if (waiting.isEmpty()) {
        return;
      }
      List<StoredSpan> spans = waiting.stream().map(RawSpan::span).toList();
      replace(waiting, new HashMap<>(), near(spans), true);
    }
  }
}
