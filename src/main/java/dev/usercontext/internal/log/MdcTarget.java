package dev.usercontext.internal.log;

import org.jspecify.annotations.Nullable;

/** An MDC that is written to: it is bound to a thread, and asks nobody. */
interface MdcTarget {

  /** What this thread has under the key, to be given back to {@link #restore}. */
  @Nullable Object get(String key);

  void put(String key, String value);

  void remove(String key);

  /** Brings back what {@link #get} has returned, which is not null. */
  void restore(String key, Object before);
}
