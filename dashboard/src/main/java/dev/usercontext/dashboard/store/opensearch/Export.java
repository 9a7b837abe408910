package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AuditQuery.Order;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** All spans of a filter as they are at one point in time, page by page. For one thread. */
final class Export {
  private static final Logger LOG = Logger.getLogger(Export.class);
  private static final int PAGE = 1_000;

  /** The cluster keeps the point in time as long as that after each page. */
  private static final String KEPT = "10m";

  private final Cluster cluster;
  private final Map<String, Object> search;
  private final @Nullable String point;

  private Export(Cluster cluster, String indices, SpanFilter filter) {
    this.cluster = cluster;
    this.search = AuditReader.search(filter, Order.NEWEST, PAGE);
    this.point =
        Json.text(
            cluster.post(
                "/" + indices + "/_search/point_in_time?ignore_unavailable=true&keep_alive=" + KEPT,
                null),
            "pit_id");
    search.put("track_total_hits", false);
  }

  static Stream<StoredSpan> of(Cluster cluster, String indices, SpanFilter filter) {
    Export export = new Export(cluster, indices, filter);
    return Stream.iterate(export.page(), page -> !page.isEmpty(), page -> export.after(page))
        .flatMap(page -> page.stream().map(RawSpan::span))
        .onClose(export::close);
  }

  private List<JsonNode> after(List<JsonNode> page) {
    if (page.size() < PAGE) {
      return List.of();
    }
    search.put("search_after", page.get(page.size() - 1).path("sort"));
    return page();
  }

  private List<JsonNode> page() {
    List<JsonNode> page = new ArrayList<>();
    if (point != null) {
      search.put("pit", Map.of("id", point, "keep_alive", KEPT));
      cluster
          .post("/_search?allow_partial_search_results=false", search)
          .path("hits")
          .path("hits")
          .forEach(page::add);
    }
    return page;
  }

  private void close() {
    if (point != null) {
      try {
        cluster.delete("/_search/point_in_time", Map.of("pit_id", List.of(point)));
      } catch (StoreException e) {
        LOG.debugf("A point in time is left to its end: %s", e.getMessage());
      }
    }
  }
}
