package dev.usercontext.dashboard.store.opensearch;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.WriteResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** Writes spans. Any thread, and any number of dashboards. */
final class SpanWriter {
  private static final Logger LOG = Logger.getLogger(SpanWriter.class);
  private static final long EXPIRY_MILLIS = 30_000;

  private final Cluster cluster;
  private final IndexNames names;
  private final Documents documents;
  private final Callers callers;
  private final Elsewhere elsewhere;
  private final Copies copies;
  private final LongSupplier clockMillis;
  private final AtomicLong expired = new AtomicLong();

  SpanWriter(
      Cluster cluster,
      IndexNames names,
      Documents documents,
      Callers callers,
      Elsewhere elsewhere,
      Copies copies,
      LongSupplier clockMillis) {
    this.cluster = cluster;
    this.names = names;
    this.documents = documents;
    this.callers = callers;
    this.elsewhere = elsewhere;
    this.copies = copies;
    this.clockMillis = clockMillis;
  }

  WriteResult write(List<StoredSpan> spans) {
    if (spans.isEmpty()) {
      return new WriteResult(0, 0);
    }
    String near = callers.near(spans);
    Map<String, Known> known = callers.known(spans, near);
    Map<String, String> indices = new HashMap<>();
    spans.forEach(span -> indices.put(Documents.id(span), names.of(span.startNanos())));
    indices.keySet().removeAll(elsewhere.of(indices));
    Bulk bulk = new Bulk(cluster);
    long now = clockMillis.getAsLong();
    for (StoredSpan span : spans) {
      String id = Documents.id(span);
      String index = indices.get(id);
      if (index != null) {
        bulk.create(index, id, documents.document(span, Caller.of(Known.of(span), known), now));
      }
    }
    bulk.finish();
    bulk.refresh();
    copies.await(bulk.indices());
    settle(spans, known, near);
    return new WriteResult(bulk.stored(), spans.size() - bulk.stored());
  }

  /** Gives up waiting for what has not come for long. */
  void expire() {
    expired.set(clockMillis.getAsLong());
    callers.expire();
  }

  /** The spans are safe already: what fails here is done when they have waited long enough. */
  private void settle(List<StoredSpan> spans, Map<String, Known> known, String near) {
    try {
      callers.settle(spans, known, near);
      long last = expired.get();
      long now = clockMillis.getAsLong();
      if (now - last > EXPIRY_MILLIS && expired.compareAndSet(last, now)) {
        callers.expire();
      }
    } catch (StoreException e) {
      LOG.warnf("Callers of spans are looked for again later: %s", e.getMessage());
    }
  }
}
