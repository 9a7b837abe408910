package dev.usercontext.dashboard.store;

/**
 * A key, or a value, that spans have.
 *
 * @param spans how many, among the newest that were looked at
 */
public record Suggestion(String text, long spans) {}
