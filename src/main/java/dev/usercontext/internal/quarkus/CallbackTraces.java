package dev.usercontext.internal.quarkus;

import java.util.ArrayDeque;
import java.util.Deque;

/** The traces that have begun in a callback, which may have several threads. Thread-safe. */
final class CallbackTraces {

  /** The newest: a callback that is given a stream goes on for as long as its socket. */
  private static final int MAX = 64;

  private final Deque<String> ids = new ArrayDeque<>(2);

  synchronized void add(String id) {
    if (ids.contains(id)) {
      return;
    }
    if (ids.size() == MAX) {
      ids.removeLast();
    }
    ids.addFirst(id);
  }

  synchronized boolean contains(String id) {
    return ids.contains(id);
  }
}
