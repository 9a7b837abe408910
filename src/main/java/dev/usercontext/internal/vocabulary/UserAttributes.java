package dev.usercontext.internal.vocabulary;

import dev.usercontext.internal.privacy.OutgoingUser;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;

/** The attributes of one user, ready to be written. */
public final class UserAttributes {

  private final AttributeRenderer renderer;
  private final OutgoingUser outgoing;
  private final AttributeKey<Object>[] keys;
  private final Object[] values;

  UserAttributes(
      AttributeRenderer renderer,
      OutgoingUser outgoing,
      AttributeKey<Object>[] keys,
      Object[] values) {
    this.renderer = renderer;
    this.outgoing = outgoing;
    this.keys = keys;
    this.values = values;
  }

  /** Whether these are what {@code renderer} would make. */
  @SuppressWarnings("ReferenceEquality") // the same one nearly always, and asked for every span
  public boolean isBy(AttributeRenderer renderer) {
    return this.renderer == renderer || this.renderer.equals(renderer);
  }

  /** What they say of the user, for those who write it elsewhere than to a span. */
  public OutgoingUser outgoing() {
    return outgoing;
  }

  /** Writes them, in a loop over arrays: setAllAttributes allocates and is no faster. */
  public void writeTo(Span span) {
    for (int i = 0; i < keys.length; i++) {
      span.setAttribute(keys[i], values[i]);
    }
  }
}
