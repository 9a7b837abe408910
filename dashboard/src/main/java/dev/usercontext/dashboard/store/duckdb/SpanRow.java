package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AttributesJson;
import dev.usercontext.dashboard.store.SpanText;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A span with all that is worked out of it before it is written. Immutable, and made on any thread:
 * the one that writes has enough to do.
 *
 * @param key one number for the trace and the id
 * @param parentKey the key of the span above; 0 at the root
 * @param attributes as JSON, likewise events
 * @param userAttributes the user's own as JSON, of the span or else of its resource
 * @param words what free text is looked for in
 * @param tokens what the block's filter is to know, beside the resource's
 */
record SpanRow(
    StoredSpan span,
    UUID trace,
    long id,
    @Nullable Long parent,
    long key,
    long parentKey,
    Resource resource,
    String attributes,
    @Nullable String events,
    @Nullable String userAttributes,
    String words,
    long[] tokens) {

  /**
   * What the spans of one sender share.
   *
   * @param own those that are a user's
   */
  record Resource(String json, long[] tokens, Map<String, Object> own) {
    static Resource of(Map<String, Object> attributes, String userAttributePrefix) {
      Map<String, Object> own = new TreeMap<>();
      add(own, attributes, userAttributePrefix);
      return new Resource(AttributesJson.write(attributes), SpanTokens.of(attributes), own);
    }
  }

  /** Makes rows, on all cores. */
  static List<SpanRow> of(List<StoredSpan> spans, String userAttributePrefix) {
    // Most of a batch have the very same map; equal ones are not worth the comparison.
    Map<Map<String, Object>, Resource> resources = new IdentityHashMap<>();
    for (StoredSpan span : spans) {
      resources.computeIfAbsent(
          span.resource(), resource -> Resource.of(resource, userAttributePrefix));
    }
    return spans.parallelStream()
        .map(span -> of(span, resources.get(span.resource()), userAttributePrefix))
        .toList();
  }

  private static SpanRow of(StoredSpan span, Resource resource, String userAttributePrefix) {
    UUID trace = Ids.trace(span.traceId());
    long id = Ids.span(span.spanId());
    Long parent = span.parentId() == null ? null : Ids.span(span.parentId());
    String words = SpanText.of(span);
    return new SpanRow(
        span,
        trace,
        id,
        parent,
        Ids.key(trace, id),
        parent == null ? 0 : Ids.key(trace, parent),
        resource,
        AttributesJson.write(span.attributes()),
        span.events().isEmpty() ? null : AttributesJson.writeEvents(span.events()),
        own(span.attributes(), resource, userAttributePrefix),
        words,
        SpanTokens.of(span, words));
  }

  /** Few users have the same, so that these texts are few, and can be grouped by. */
  private static @Nullable String own(
      Map<String, Object> attributes, Resource resource, String prefix) {
    Map<String, Object> own = new TreeMap<>(resource.own);
    add(own, attributes, prefix);
    return own.isEmpty() ? null : AttributesJson.write(own);
  }

  private static void add(Map<String, Object> own, Map<String, Object> all, String prefix) {
    for (Map.Entry<String, Object> entry : all.entrySet()) {
      if (entry.getKey().startsWith(prefix)) {
        own.put(entry.getKey(), entry.getValue());
      }
    }
  }
}
