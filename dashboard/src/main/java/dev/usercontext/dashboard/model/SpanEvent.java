package dev.usercontext.dashboard.model;

import java.util.Map;

/**
 * Something that happened during a span.
 *
 * @param timeNanos nanoseconds since the epoch
 * @param attributes typed as those of {@link StoredSpan}
 */
public record SpanEvent(String name, long timeNanos, Map<String, Object> attributes) {}
