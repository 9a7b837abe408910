package dev.usercontext.load.byhand;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Writes what the library writes, to every span and without asking whose it is: the limit. Only
 * where a system property says so, so that the same application runs without it.
 */
public final class ByHand implements AutoConfigurationCustomizerProvider, SpanProcessor {

  @Override
  public void customize(AutoConfigurationCustomizer customizer) {
    if (Boolean.getBoolean("load.by-hand")) {
      customizer.addTracerProviderCustomizer(
          (provider, properties) -> provider.addSpanProcessor(this));
    }
  }

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {
    span.setAttribute("user_id", "alice");
    span.setAttribute("user.id", "alice");
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
