package dev.usercontext.dashboard.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user within the spans that were asked for.
 *
 * @param email the last one seen
 * @param models that were called for the user, by name
 * @param firstSeenNanos nanoseconds since the epoch
 */
public record UserRow(
    String id,
    @Nullable String email,
    Totals totals,
    List<String> models,
    long firstSeenNanos,
    long lastSeenNanos) {}
