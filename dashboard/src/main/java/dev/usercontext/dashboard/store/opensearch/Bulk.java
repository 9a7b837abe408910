package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Documents on their way into the cluster, in requests of a sensible size. For one thread. */
final class Bulk {
  /** Characters of a request. */
  private static final int LARGE = 5_000_000;

  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final int FAILURE = 500;

  private final Cluster cluster;
  private final StringBuilder lines = new StringBuilder();
  private final List<String> sent = new ArrayList<>();
  private final Set<String> indices = new TreeSet<>();
  private @Nullable String retryable;
  private @Nullable String impossible;
  private int stored;

  Bulk(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Adds a document unless there is one with this id. */
  void create(String index, String id, Map<String, Object> document) {
    add(Map.of("create", Map.of("_index", index, "_id", id)), index, id, document);
  }

  /** Replaces a document unless it has changed, or is gone, since it was found. */
  void replace(JsonNode hit, Map<String, Object> document) {
    String index = hit.path("_index").asText();
    String id = hit.path("_id").asText();
    add(
        Map.of(
            "index",
            Map.of(
                "_index",
                index,
                "_id",
                id,
                "if_seq_no",
                hit.path("_seq_no").asLong(),
                "if_primary_term",
                hit.path("_primary_term").asLong())),
        index,
        id,
        document);
  }

  private void add(Object action, String index, String id, Map<String, Object> document) {
    lines.append(Json.write(action)).append('\n').append(Json.write(document)).append('\n');
    indices.add(index);
    sent.add(id);
    if (lines.length() > LARGE) {
      send();
    }
  }

  private void send() {
    if (sent.isEmpty()) {
      return;
    }
    JsonNode items = cluster.bulk(lines.toString()).path("items");
    if (items.size() < sent.size()) {
      retryable = "it said nothing of " + (sent.size() - items.size()) + " of them";
    }
    for (JsonNode item : items) {
      JsonNode outcome = item.elements().next();
      int status = outcome.path("status").asInt();
      if (status < 300) {
        stored++;
      } else if (status != CONFLICT) {
        String reason = status + " " + outcome.path("error").toString();
        if (status == TOO_MANY || status >= FAILURE || status == 403 || status == 404) {
          retryable = reason;
        } else {
          impossible = reason;
        }
      }
    }
    sent.clear();
    lines.setLength(0);
  }

  /**
   * Sends what is left. All that was taken is durable on all copies once this returns.
   *
   * @throws dev.usercontext.dashboard.store.StoreException if some were not taken and may be sent
   *     again
   * @throws IllegalArgumentException if some can't be taken at all
   */
  void finish() {
    send();
    if (retryable != null) {
      throw Cluster.failed("OpenSearch did not take all spans: " + Cluster.shortened(retryable));
    }
    if (impossible != null) {
      throw new IllegalArgumentException(
          "OpenSearch can't take a span: " + Cluster.shortened(impossible));
    }
  }

  /** Makes what was taken visible to searches. */
  void refresh() {
    if (!indices.isEmpty()) {
      cluster.post("/" + String.join(",", indices) + "/_refresh", null);
    }
  }

  /** Where the documents went. */
  Set<String> indices() {
    return indices;
  }

  /** The others were there already, or had changed. */
  int stored() {
    return stored;
  }
}
