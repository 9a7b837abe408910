package dev.usercontext.dashboard.store;

import org.jspecify.annotations.Nullable;

/**
 * Which users, in which order. Users of the same rank are in the order of their ids.
 *
 * @param find a part of the id or email, whatever its case; null for all users
 * @param after leaves out this id and those before it, in the order of ids; null for no such limit
 * @param offset how many of the first to leave out
 * @param limit 1 to 1,000
 */
public record UserQuery(
    SpanFilter filter,
    @Nullable String find,
    @Nullable String after,
    Column orderBy,
    boolean descending,
    int offset,
    int limit) {

  /** A page of a list. */
  public UserQuery(
      SpanFilter filter,
      @Nullable String find,
      Column orderBy,
      boolean descending,
      int offset,
      int limit) {
    this(filter, find, null, orderBy, descending, offset, limit);
  }

  /**
   * Users in the order of their ids, which no span changes: going on after the last of the page
   * before meets each once, whatever arrives meanwhile.
   */
  public static UserQuery byId(
      SpanFilter filter, @Nullable String find, @Nullable String after, int limit) {
    return new UserQuery(filter, find, after, Column.USER_ID, false, 0, limit);
  }

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
