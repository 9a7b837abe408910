package dev.usercontext.benchmarks;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** A processor that only looks at the start of spans. */
abstract class StartProcessor implements SpanProcessor {

  @Override
  public final boolean isStartRequired() {
    return true;
  }

  @Override
  public final void onEnd(ReadableSpan span) {}

  @Override
  public final boolean isEndRequired() {
    return false;
  }
}
