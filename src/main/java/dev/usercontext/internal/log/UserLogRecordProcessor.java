package dev.usercontext.internal.log;

import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;

/** Writes the user in effect to every log record as it is emitted, as spans have it. */
final class UserLogRecordProcessor implements LogRecordProcessor {

  private final AttributeRenderer renderer;

  UserLogRecordProcessor(AttributeRenderer renderer) {
    this.renderer = renderer;
  }

  @Override
  public void onEmit(Context context, ReadWriteLogRecord record) {
    LogUser.doSafely(() -> attribute(context, record));
  }

  private void attribute(Context context, ReadWriteLogRecord record) {
    LogUser.Found found = LogUser.in(context);
    UserValue user = found.user();
    if (user != null) {
      user.attributes(renderer).writeTo(record::setAttribute);
    } else if (!found.isKnown()) {
      renderer.copy(LocalSpan.attributesOf(context), record::setAttribute);
    }
  }
}
