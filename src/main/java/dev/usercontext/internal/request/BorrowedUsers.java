package dev.usercontext.internal.request;

import io.opentelemetry.api.trace.Span;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Spans that were given the user of a call inside of them. It says what the span led to; what else
 * happens in it is not of that user. Thread-safe.
 */
public final class BorrowedUsers {

  private static final Set<Span> SPANS =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** Most applications never have one, and need not wait for each other to be told so. */
  private static final AtomicBoolean USED = new AtomicBoolean();

  private BorrowedUsers() {}

  /** False where the span is one already: then it has the user of another call. */
  public static boolean add(Span span) {
    USED.set(true);
    return SPANS.add(span);
  }

  public static boolean has(Object span) {
    return USED.get() && SPANS.contains(span);
  }
}
