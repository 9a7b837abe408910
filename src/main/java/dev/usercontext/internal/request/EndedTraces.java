package dev.usercontext.internal.request;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Whose the traces were that are over. A service may be called several times in the same trace, for
 * one user after another, and a message of the first call may come when the trace is open for the
 * next. Bounded, for a new one takes the place of an old one; thread-safe.
 */
final class EndedTraces {

  private static final int SIZE = 1 << 12;

  private static final AtomicReferenceArray<@Nullable EndedTrace> OF_ONE_USER =
      new AtomicReferenceArray<>(SIZE);

  /** The ids alone, so that a request of nobody allocates nothing for this. */
  private static final AtomicReferenceArray<@Nullable String> UNCERTAIN =
      new AtomicReferenceArray<>(SIZE);

  private EndedTraces() {}

  /**
   * Remembers a trace.
   *
   * @param userId of the one user whose all of it was; null where that is not certain, or nobody
   */
  static void add(String id, @Nullable String userId) {
    if (userId == null) {
      UNCERTAIN.set(place(id), id);
    } else {
      OF_ONE_USER.set(place(id), new EndedTrace(id, userId));
    }
  }

  /** What is remembered of a trace; null for nothing. */
  static @Nullable EndedTrace find(String id) {
    if (id.equals(UNCERTAIN.get(place(id)))) {
      return new EndedTrace(id, null);
    }
    EndedTrace trace = OF_ONE_USER.get(place(id));
    return trace != null && trace.id().equals(id) ? trace : null;
  }

  private static int place(String id) {
    int hash = id.hashCode();
    return (hash ^ hash >>> 16) & (SIZE - 1);
  }

  /** One of them, with the arguments of {@link #add}. */
  record EndedTrace(String id, @Nullable String userId) {}
}
