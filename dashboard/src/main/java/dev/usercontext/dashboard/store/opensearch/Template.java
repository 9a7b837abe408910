package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.StoreException.Code;
import java.util.List;
import java.util.Map;

/**
 * What each day's index is made from. The version of the schema stands in it; a newer one is
 * refused, an older one is brought up to date.
 */
final class Template {
  static final int VERSION = 1;

  private final Cluster cluster;
  private final OpenSearchSettings settings;

  Template(Cluster cluster, OpenSearchSettings settings) {
    this.cluster = cluster;
    this.settings = settings;
  }

  /** Several dashboards may do this at once: they write the same. */
  void install() {
    String path = "/_index_template/" + settings.index();
    JsonNode found =
        cluster.get(path).path("index_templates").path(0).path("index_template").path("_meta");
    int version = found.path("schema").asInt(0);
    if (version > VERSION) {
      throw new StoreException(
          Code.UCD005,
          "The indices "
              + settings.index()
              + "-* have schema version "
              + version
              + ", which is of a newer dashboard; this one knows "
              + VERSION
              + ".");
    }
    cluster.put(path, template());
    if (version > 0 && version < VERSION) {
      migrate();
    }
  }

  /** Indices that are there get the fields that are new. Spans keep their place. */
  private void migrate() {
    cluster.put("/" + settings.index() + "-*/_mapping?allow_no_indices=true", mappings());
  }

  private Map<String, Object> template() {
    return Json.object(
        "index_patterns",
        List.of(settings.index() + "-*"),
        "priority",
        500,
        "_meta",
        Map.of("schema", VERSION, "description", "Spans of the User Context dashboard, by UTC day"),
        "template",
        Map.of("settings", indexSettings(), "mappings", mappings()));
  }

  private Map<String, Object> indexSettings() {
    return Json.object(
        "index.number_of_shards",
        settings.shards(),
        "index.number_of_replicas",
        settings.replicas(),
        "index.write.wait_for_active_shards",
        String.valueOf(settings.activeCopies()),
        // Acknowledged means: on the disks of all copies.
        "index.translog.durability",
        "request",
        // What is erased leaves every segment, and soon.
        "index.merge.policy.expunge_deletes_allowed",
        0,
        "analysis",
        Map.of(
            "analyzer",
            Map.of("words", Map.of("type", "custom", "tokenizer", "words")),
            "tokenizer",
            // A term may have 32 KB.
            Map.of("words", Map.of("type", "whitespace", "max_token_length", 8_000))));
  }

  private static Map<String, Object> mappings() {
    Map<String, Object> fields = Json.object();
    for (String name :
        List.of("trace", "span", "name", "service", "environment", "user", "email", "model")) {
      fields.put(name, Map.of("type", "keyword"));
    }
    for (String name : List.of("agent", "tool", "attributes", "keys", "own", "edge")) {
      fields.put(name, Map.of("type", "keyword"));
    }
    for (String name : List.of("find", "numbers", "missing")) {
      fields.put(name, Map.of("type", "keyword", "doc_values", false));
    }
    for (String name : List.of("start", "cost", "duration", "since")) {
      fields.put(name, Map.of("type", "long"));
    }
    for (String name :
        List.of("calls", "unknown", "input", "output", "cached", "spent", "errors")) {
      fields.put(name, Map.of("type", "long"));
    }
    fields.put("time", Map.of("type", "date", "format", "epoch_millis"));
    fields.put("kind", Map.of("type", "byte"));
    fields.put("status", Map.of("type", "byte"));
    fields.put("latency", Map.of("type", "short"));
    fields.put("fromUser", Map.of("type", "boolean"));
    fields.put(
        "words",
        Map.of("type", "text", "analyzer", "words", "norms", false, "position_increment_gap", 100));
    fields.put("raw", Map.of("type", "object", "enabled", false));
    return Json.object(
        "dynamic",
        false,
        "_meta",
        Map.of("schema", VERSION),
        // All else is made from it.
        "_source",
        Map.of("includes", List.of("raw", "raw.*")),
        "properties",
        fields);
  }
}
