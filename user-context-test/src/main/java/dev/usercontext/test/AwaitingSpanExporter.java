package dev.usercontext.test;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/**
 * Keeps what the application in this JVM exports, so that a test can await it. To be registered as
 * the runtime wants it: with {@code SimpleSpanProcessor.create(exporter)}, or as a bean.
 *
 * <p>A runtime exports to it in batches, every 5 seconds unless configured: too late for {@link
 * InterleavedRequests}. Soon enough is {@code %test.quarkus.otel.bsp.schedule.delay=50ms} on
 * Quarkus, {@code otel.bsp.schedule.delay=50} on a runtime with MicroProfile Telemetry.
 *
 * <p>It goes on taking spans after {@link #shutdown}, since a test may look only then.
 */
public final class AwaitingSpanExporter implements SpanExporter {

  private final SpanLog log = new SpanLog();

  /** Where the spans are that were exported. */
  public SpanLog log() {
    return log;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    log.add(spans.stream().map(SdkSpans::received).toList());
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
