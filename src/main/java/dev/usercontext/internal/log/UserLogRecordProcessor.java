package dev.usercontext.internal.log;

import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import java.util.function.BiConsumer;

/** Writes the user in effect to every log record as it is emitted, as spans have it. */
final class UserLogRecordProcessor {

  private final AttributeRenderer renderer;

  UserLogRecordProcessor(AttributeRenderer renderer) {
    this.renderer = renderer;
  }

  /** Never throws. */
  void onEmit(Context context, BiConsumer<AttributeKey<Object>, Object> record) {
    LogUser.doSafely(() -> attribute(context, record));
  }

  private void attribute(Context context, BiConsumer<AttributeKey<Object>, Object> record) {
    LogUser.Found found = LogUser.in(context);
    UserValue user = found.user();
    if (user != null) {
      user.attributes(renderer).writeTo(record);
    } else if (!found.isKnown()) {
      renderer.copy(LocalSpan.attributesOf(context), record);
    }
  }
}
