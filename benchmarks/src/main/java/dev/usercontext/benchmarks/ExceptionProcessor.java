package dev.usercontext.benchmarks;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;

/** What it costs to be told by an exception that there is no user. */
final class ExceptionProcessor extends StartProcessor {

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {
    try {
      throw new IllegalStateException("no active scope for " + span.getSpanContext().getSpanId());
    } catch (IllegalStateException expected) {
      // That is all.
    }
  }
}
