package dev.usercontext.internal.request;

import io.opentelemetry.api.trace.Span;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Identities that are known before the user of their request begins, by its server span, which is
 * there throughout; no longer than it. Thread-safe.
 */
public final class EarlyIdentities {

  private static final Map<Span, IdentitySource> BY_SPAN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private EarlyIdentities() {}

  public static void put(Span span, IdentitySource identity) {
    if (span.isRecording()) {
      BY_SPAN.put(span, identity);
    }
  }

  public static @Nullable IdentitySource take(Span span) {
    return BY_SPAN.remove(span);
  }
}
