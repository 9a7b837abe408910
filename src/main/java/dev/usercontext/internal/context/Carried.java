package dev.usercontext.internal.context;

import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/** What the OpenTelemetry Context carries under {@link #KEY}: the answer to who is in effect. */
public interface Carried {

  /** The one key. Its identity is that of this class, so each application has its own. */
  ContextKey<Carried> KEY = ContextKey.named("user-context");

  /** An explicit nobody. */
  Carried NOBODY = () -> null;

  /** What a context carries; null where that is nothing, or a place that is still empty. */
  static @Nullable Carried in(Context context) {
    Carried carried = context.get(KEY);
    return carried instanceof RequestPlace place ? place.request() : carried;
  }

  /** The user, or null for an explicit nobody, which hides every user further out. */
  @Nullable UserValue user();

  /** The user for a recording span; a request remembers the spans it has no user for yet. */
  default @Nullable UserValue userFor(Span span, AttributeRenderer renderer) {
    return user();
  }

  /** Tells what stands below all scopes that one of this user, or of nobody, is opened. */
  default void overriddenBy(@Nullable UserValue other) {}
}
