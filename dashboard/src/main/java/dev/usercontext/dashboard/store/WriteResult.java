package dev.usercontext.dashboard.store;

/**
 * What became of spans.
 *
 * @param stored now durable
 * @param duplicates that were there already, and stay as they were
 */
public record WriteResult(int stored, int duplicates) {}
