package dev.usercontext.benchmarks;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import jakarta.enterprise.inject.spi.CDI;

/** What one writes first: each span asks a request-scoped bean. */
final class CdiProxyProcessor extends StartProcessor {

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {
    CDI.current().select(RequestBean.class).get().write(span);
  }
}
