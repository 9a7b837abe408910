package dev.usercontext.internal.vocabulary;

import dev.usercontext.internal.privacy.OutgoingUser;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

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

  /**
   * These, known as what {@code renderer} makes; null if it would make others. A filter and the
   * processor each have a renderer of their own that makes the same: to compare these for every
   * span costs more than to write it.
   */
  @SuppressWarnings("ReferenceEquality") // the same one nearly always, and asked for every span
  public @Nullable UserAttributes by(AttributeRenderer renderer) {
    if (this.renderer == renderer) {
      return this;
    }
    return this.renderer.equals(renderer)
        ? new UserAttributes(renderer, outgoing, keys, values)
        : null;
  }

  /** Writes them to whatever has attributes. */
  public void writeTo(BiConsumer<AttributeKey<Object>, Object> target) {
    for (int i = 0; i < keys.length; i++) {
      target.accept(keys[i], values[i]);
    }
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
