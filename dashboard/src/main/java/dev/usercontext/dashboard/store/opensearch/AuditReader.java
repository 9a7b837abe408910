package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AuditPage;
import dev.usercontext.dashboard.store.AuditQuery;
import dev.usercontext.dashboard.store.AuditQuery.Order;
import dev.usercontext.dashboard.store.Cursor;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages of spans. */
final class AuditReader {
  private final Search search;

  AuditReader(Search search) {
    this.search = search;
  }

  AuditPage page(AuditQuery page) {
    Cursor after = page.after() == null ? null : Cursor.decode(page.order(), page.after());
    Map<String, Object> newest = search(page.filter(), page.order(), page.limit() + 1);
    if (after != null) {
      newest.put("search_after", after(after));
    }
    List<StoredSpan> spans =
        search.hits(page.filter(), newest).stream().map(RawSpan::span).toList();
    if (spans.size() <= page.limit()) {
      return new AuditPage(spans, null);
    }
    List<StoredSpan> shown = List.copyOf(spans.subList(0, page.limit()));
    return new AuditPage(shown, Cursor.of(page.order(), shown.get(shown.size() - 1)).encode());
  }

  static Map<String, Object> search(SpanFilter filter, Order order, int size) {
    return Json.object("size", size, "query", Where.of(filter).query(), "sort", sort(order));
  }

  /** Ends with the ids, so that the order is the same each time. */
  private static List<Object> sort(Order order) {
    List<Object> sort = new ArrayList<>();
    switch (order) {
      case NEWEST -> {}
      case COST -> sort.add(by("cost", "desc"));
      case LATENCY -> sort.add(by("duration", "desc"));
    }
    sort.add(by("start", "desc"));
    sort.add(by("trace", "asc"));
    sort.add(by("span", "asc"));
    return sort;
  }

  static Object by(String field, String direction) {
    return Map.of(
        field, Json.object("order", direction, "missing", "_last", "unmapped_type", "long"));
  }

  private static List<Object> after(Cursor cursor) {
    List<Object> after = new ArrayList<>();
    if (cursor.order() != Order.NEWEST) {
      // What has no cost comes last, as the smallest of all numbers.
      Long rank = cursor.rank();
      after.add(rank == null ? Long.MIN_VALUE : rank);
    }
    after.addAll(List.of(cursor.start(), cursor.trace(), cursor.span()));
    return after;
  }

  /** When the first or last span began, by the direction; null if there is none. */
  @Nullable Long start(String direction) {
    SpanFilter all = SpanFilter.in(TimeRange.ALL);
    List<JsonNode> hit =
        search.hits(
            all, Json.object("size", 1, "_source", false, "sort", List.of(by("start", direction))));
    return hit.isEmpty() ? null : hit.get(0).path("sort").path(0).asLong();
  }
}
