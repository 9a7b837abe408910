package dev.usercontext.internal.request;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Whose the traces were that are over. A service may be called several times in the same trace, for
 * one user after another, and a message of the first call may come when the trace is open for the
 * next. Bounded, for a new one takes the place of an old one; thread-safe.
 */
final class EndedTraces {

  private static final Table<EndedTrace> OF_ONE_USER = new Table<>();

  /** The ids alone, so that a request of nobody allocates nothing for this. */
  private static final Table<String> UNCERTAIN = new Table<>();

  private EndedTraces() {}

  /**
   * Remembers a trace.
   *
   * @param userId of the one user whose all of it was; null where that is not certain, or nobody
   */
  static void add(String id, @Nullable String userId) {
    if (userId == null) {
      UNCERTAIN.put(id, id);
    } else {
      OF_ONE_USER.put(id, new EndedTrace(id, userId));
    }
  }

  /** What is remembered of a trace; null for nothing. */
  static @Nullable EndedTrace find(String id) {
    if (id.equals(UNCERTAIN.mayBeOf(id))) {
      return new EndedTrace(id, null);
    }
    EndedTrace trace = OF_ONE_USER.mayBeOf(id);
    return trace != null && trace.id().equals(id) ? trace : null;
  }

  /** One of them, with the arguments of {@link #add}. */
  record EndedTrace(String id, @Nullable String userId) {}

  /**
   * One entry for each place. Every request asks for a trace that is new: so the hash codes lie
   * beside each other, and the entries, each somewhere else in memory, are looked at only where
   * theirs is the same.
   */
  private static final class Table<T> {

    private static final int SIZE = 1 << 12;

    private final AtomicReferenceArray<@Nullable T> entries = new AtomicReferenceArray<>(SIZE);
    private final AtomicIntegerArray hashes = new AtomicIntegerArray(SIZE);

    /** The entry first: who sees the hash code finds what it is of. */
    void put(String id, T entry) {
      int hash = id.hashCode();
      entries.set(place(hash), entry);
      hashes.set(place(hash), hash);
    }

    /** The entry of this trace, or of another with the same hash code, or null. */
    @Nullable T mayBeOf(String id) {
      int hash = id.hashCode();
      return hashes.get(place(hash)) == hash ? entries.get(place(hash)) : null;
    }

    private static int place(int hash) {
      return (hash ^ hash >>> 16) & (SIZE - 1);
    }
  }
}
