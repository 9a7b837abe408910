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

/** All spans of a filter as they are at one point in time, page by page. For one thread. */
final class Export {
  private static final Logger LOG = Logger.getLogger(Export.class);
  private static final int PAGE = 1_000;

  /** The cluster keeps the point in time as long as that after each page. */
  private static final String KEPT = "10m";

  private final Cluster cluster;
  private final Map<String, Object> search;
  private final String point;

  private Export(Cluster cluster, String indices, SpanFilter filter) {
    this.cluster = cluster;
    this.search = AuditReader.search(filter, Order.NEWEST, PAGE);
    this.point =
        there(
                cluster.post(
                    "/"
                        + indices
                        + "/_search/point_in_time?ignore_unavailable=true&keep_alive="
                        + KEPT,
                    null),
                "pit_id")
            .asText();
    search.put("track_total_hits", false);
  }

  static Stream<StoredSpan> of(Cluster cluster, String indices, SpanFilter filter) {
    if (isNothing(cluster, indices)) {
      return Stream.empty();
    }
    Export export = new Export(cluster, indices, filter);
    return Stream.iterate(export.page(), page -> !page.isEmpty(), page -> export.after(page))
        .flatMap(page -> page.stream().map(RawSpan::span))
        .onClose(export::close);
  }

  /** Of no index there is no point in time: the cluster answers with an error. */
  private static boolean isNothing(Cluster cluster, String indices) {
    Object search = Map.of("size", 0, "track_total_hits", false);
    return cluster.search(indices, search).path("_shards").path("total").asInt(-1) == 0;
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
    search.put("pit", Map.of("id", point, "keep_alive", KEPT));
    there(cluster.post("/_search?allow_partial_search_results=false", search), "hits")
        .path("hits")
        .forEach(page::add);
    return page;
  }

  /** A day that is dropped meanwhile, or a point whose time is over: it must not look complete. */
  private static JsonNode there(JsonNode answer, String member) {
    JsonNode value = answer.path(member);
    if (value.isMissingNode()) {
      throw Cluster.failed(
          "OpenSearch no longer has what was to be exported: the export is not complete");
    }
    return value;
  }

  private void close() {
    try {
      cluster.delete("/_search/point_in_time", Map.of("pit_id", List.of(point)));
    } catch (StoreException e) {
      LOG.debugf("A point in time is left to its end: %s", e.getMessage());
    }
  }
}
