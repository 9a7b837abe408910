package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.StoreException.Code;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removes spans: those of a user from every file, and those of old days with their indices. */
final class Cleaner {
  private static final int ATTEMPTS = 10;
  private final Cluster cluster;
  private final IndexNames names;
  private final Duration patience;

  /**
   * @param patience with copies of shards that are behind
   */
  Cleaner(Cluster cluster, IndexNames names, Duration patience) {
    this.cluster = cluster;
    this.names = names;
    this.patience = patience;
  }

  /**
   * An alias of the indices says what is to be done, until it is done: of what an erasure has
   * deleted that failed later, the next one of that user finds nothing any more.
   */
  synchronized long eraseUser(String id) {
    Object query = Map.of("term", Map.of("user", Terms.of(id)));
    String erasing = names.erasing(id);
    cluster.post("/" + names.all() + "/_refresh", null);
    Set<String> found = count(query).keySet();
    if (!found.isEmpty()) {
      mark(found, erasing);
    } else if (cluster.get(alias(erasing)).isEmpty()) {
      return 0;
    }
    long deleted = delete(erasing, query);
    purge(erasing);
    cluster.delete(alias(erasing), null);
    return deleted;
  }

  private String alias(String erasing) {
    return "/" + names.all() + "/_alias/" + erasing;
  }

  private void mark(Set<String> indices, String erasing) {
    Object add = Map.of("indices", indices, "alias", erasing);
    JsonNode answer = cluster.post("/_aliases", Map.of("actions", List.of(Map.of("add", add))));
    if (answer.isMissingNode()) {
      throw Cluster.failed("A day of the user was dropped meanwhile");
    }
  }

  /** How many documents of each index match. */
  private Map<String, Long> count(Object query) {
    JsonNode found =
        cluster.search(
            names.all(),
            Json.object(
                "size",
                0,
                "query",
                query,
                "aggs",
                Map.of("in", Map.of("terms", Map.of("field", "_index", "size", 10_000)))));
    Map<String, Long> counts = new LinkedHashMap<>();
    found
        .path("aggregations")
        .path("in")
        .path("buckets")
        .forEach(
            bucket -> counts.put(bucket.path("key").asText(), bucket.path("doc_count").asLong()));
    return counts;
  }

  /** A document that changes meanwhile, as its caller comes, is a conflict: then once more. */
  private long delete(String indices, Object query) {
    long deleted = 0;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      cluster.post("/" + indices + "/_refresh?ignore_unavailable=true", null);
      JsonNode answer =
          cluster.postPatiently(
              "/"
                  + indices
                  + "/_delete_by_query?conflicts=proceed&refresh=true&ignore_unavailable=true",
              Map.of("query", query));
      deleted += answer.path("deleted").asLong();
      if (answer.path("failures").size() > 0) {
        throw Cluster.failed("OpenSearch could not delete: " + answer.path("failures"));
      }
      if (answer.path("version_conflicts").asLong() == 0) {
        return deleted;
      }
    }
    throw Cluster.failed("Spans change faster than they can be deleted");
  }

  /**
   * Writes segments anew without what is deleted. The cluster keeps deleted documents until every
   * copy of the shard has seen the deletion, and says so in its retention leases.
   */
  private void purge(String indices) {
    Map<String, Long> deletions = new HashMap<>();
    shards(
        indices,
        (id, shard) ->
            deletions.merge(id, shard.path("seq_no").path("max_seq_no").asLong(), Math::max));
    awaitLeases(indices, deletions);
    cluster.postPatiently("/" + indices + "/_flush?force=true", null);
    cluster.postPatiently("/" + indices + "/_forcemerge?only_expunge_deletes=true", null);
    // Searches let go of the segments from before.
    cluster.post("/" + indices + "/_refresh", null);
    // The first makes the merged segments safe, the second drops those before, and the log.
    cluster.postPatiently("/" + indices + "/_flush?force=true", null);
    cluster.postPatiently("/" + indices + "/_flush?force=true", null);
  }

  private void awaitLeases(String indices, Map<String, Long> deletions) {
    long end = System.nanoTime() + patience.toNanos();
    while (behind(indices, deletions)) {
      if (System.nanoTime() - end >= 0) {
        throw new StoreException(
            Code.UCD006,
            "The user is deleted, but OpenSearch still keeps deleted documents for a copy of a"
                + " shard that is behind. Erase the user again once the cluster is green.");
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoreException(Code.UCD007, "The store is closing.", e);
      }
    }
  }

  private boolean behind(String indices, Map<String, Long> deletions) {
    boolean[] behind = {false};
    shards(
        indices,
        (id, shard) -> {
          Long deletion = deletions.get(id);
          // A copy keeps its last segments until it knows that all copies have what came then.
          behind[0] |=
              deletion != null
                  && shard.path("seq_no").path("global_checkpoint").asLong() < deletion;
          for (JsonNode lease : shard.path("retention_leases").path("leases")) {
            behind[0] |= deletion != null && lease.path("retaining_seq_no").asLong() <= deletion;
          }
        });
    return behind[0];
  }

  private interface ShardConsumer {
    void accept(String id, JsonNode shard);
  }

  private void shards(String indices, ShardConsumer consumer) {
    cluster
        .get("/" + indices + "/_stats/docs?level=shards")
        .path("indices")
        .properties()
        .forEach(
            index ->
                index
                    .getValue()
                    .path("shards")
                    .properties()
                    .forEach(
                        shard ->
                            shard
                                .getValue()
                                .forEach(
                                    copy ->
                                        consumer.accept(
                                            index.getKey() + "/" + shard.getKey(), copy))));
  }

  /** Whole days go with their index; of the day in between, and of wrong clocks, what is older. */
  long deleteBefore(long limitNanos, @Nullable Long oldestNanos) {
    if (oldestNanos == null || oldestNanos >= limitNanos) {
      return 0;
    }
    Object old = Map.of("range", Map.of("start", Map.of("lt", limitNanos)));
    long deleted = 0;
    for (Map.Entry<String, Long> index : count(old).entrySet()) {
      if (names.isBefore(index.getKey(), limitNanos)) {
        cluster.delete("/" + index.getKey(), null);
        deleted += index.getValue();
      } else {
        deleted += delete(index.getKey(), old);
      }
    }
    return deleted;
  }
}
