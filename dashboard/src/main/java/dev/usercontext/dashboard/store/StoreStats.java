package dev.usercontext.dashboard.store;

import org.jspecify.annotations.Nullable;

/**
 * What a store holds.
 *
 * @param engine "duckdb" or "opensearch"
 * @param where folder or address, for people
 * @param schemaVersion of the tables or indices
 * @param bytes on disk; 0 where the engine can't tell
 * @param oldestNanos when the oldest span began; null in an empty store
 */
public record StoreStats(
    String engine,
    String where,
    int schemaVersion,
    long spans,
    long bytes,
    @Nullable Long oldestNanos,
    @Nullable Long newestNanos) {}
