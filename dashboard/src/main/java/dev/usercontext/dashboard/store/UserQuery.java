package dev.usercontext.dashboard.store;

import org.jspecify.annotations.Nullable;

/**
 * Which users, in which order. Users of the same rank are in the order of their ids.
 *
 * @param find a part of the id or email, whatever its case; null for all users
 * @param offset how many of the first to leave out
 * @param limit 1 to 1,000
 */
public record UserQuery(
    SpanFilter filter,
    @Nullable String find,
    Column orderBy,
    boolean descending,
    int offset,
    int limit) {

  /** What users can be sorted by. */
  public enum Column {
    USER_ID,
    EMAIL,
    SPANS,
    LLM_CALLS,
    INPUT_TOKENS,
    OUTPUT_TOKENS,
    COST,
    ERRORS,
    FIRST_SEEN,
    LAST_SEEN
  }
}
