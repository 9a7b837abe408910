package dev.usercontext.internal.request;

import io.opentelemetry.api.trace.Span;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Spans that were given the user of a call inside of them. It says what the span led to; what else
 * happens in it is not of that user. Thread-safe.
 */
public final class BorrowedUsers {

  private static final Set<Span> SPANS =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private BorrowedUsers() {}

  public static void add(Span span) {
    SPANS.add(span);
  }

  public static boolean has(Object span) {
    return SPANS.contains(span);
  }
}
