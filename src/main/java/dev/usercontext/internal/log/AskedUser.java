package dev.usercontext.internal.log;

import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.context.Context;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Answers a log framework that asks, at each record, whose it is; so nothing can be left over. */
final class AskedUser {

  private final AttributeRenderer renderer;

  AskedUser(AttributeRenderer renderer) {
    this.renderer = renderer;
  }

  /** The value of the user in effect on this thread; null for nobody. Never throws. */
  @Nullable String valueOf(MdcKey key) {
    AtomicReference<@Nullable String> value = new AtomicReference<>();
    LogUser.doSafely(() -> value.set(find(key)));
    return value.get();
  }

  private @Nullable String find(MdcKey key) {
    Context context = Context.current();
    LogUser.Found found = LogUser.in(context);
    UserValue user = found.user();
    if (user != null) {
      return key.valueFor(user, renderer);
    }
    return key == MdcKey.USER_ID && !found.isKnown()
        ? LocalSpan.attributesOf(context).get(renderer.idKey())
        : null;
  }
}
