package dev.usercontext.dashboard.store.opensearch;

import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.StoreException.Code;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Waits for the copies of an index that is new, as each day's is: in its first moments it is on one
 * node alone, and what is lost with that node must not have been acknowledged. Any thread.
 */
final class Copies {
  private static final Logger LOG = Logger.getLogger(Copies.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Cluster cluster;
  private final boolean wanted;

  /** One name a day, and days that are dropped are never new again. */
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  Copies(Cluster cluster, OpenSearchSettings settings) {
    this.cluster = cluster;
    this.wanted = settings.replicas() > 0;
  }

  /**
   * Returns when all copies are there. Where a cluster has fewer nodes than that, after {@link
   * #PATIENCE}, once for each index: how many have to be there is a setting of its own.
   *
   * @throws StoreException with UCD006 where not even the first is there any more
   */
  void await(Collection<String> indices) {
    if (!wanted || known.containsAll(indices)) {
      return;
    }
    List<String> fresh = indices.stream().filter(index -> !known.contains(index)).toList();
    String status = cluster.awaitGreen(fresh, PATIENCE);
    if (status.equals("red")) {
      throw new StoreException(
          Code.UCD006, "OpenSearch has lost a node with spans of " + fresh + ". Try again.");
    }
    if (!status.equals("green")) {
      LOG.warnf(
          "%s: the cluster is %s. Spans are taken, but have fewer copies than"
              + " dashboard.opensearch.replicas says.",
          fresh, status);
    }
    known.addAll(fresh);
  }
}
