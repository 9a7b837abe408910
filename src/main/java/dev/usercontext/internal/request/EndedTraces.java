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

  private static final AtomicReferenceArray<@Nullable EndedTrace> ENDED =
      new AtomicReferenceArray<>(SIZE);

  private EndedTraces() {}

  static void add(EndedTrace trace) {
    ENDED.set(place(trace.id()), trace);
  }

  /** Of a trace that nobody is certain for, if only in a part of it. */
  static void addUnknown(String id) {
    EndedTrace known = find(id);
    if (known == null || known.userId() != null) {
      add(new EndedTrace(id, null));
    }
  }

  static @Nullable EndedTrace find(String id) {
    EndedTrace trace = ENDED.get(place(id));
    return trace != null && trace.id().equals(id) ? trace : null;
  }

  private static int place(String id) {
    int hash = id.hashCode();
    return (hash ^ hash >>> 16) & (SIZE - 1);
  }

  /**
   * One of them.
   *
   * @param id its id
   * @param userId of the one user whose all of it was; null where that is not certain, or nobody
   */
  record EndedTrace(String id, @Nullable String userId) {}
}
