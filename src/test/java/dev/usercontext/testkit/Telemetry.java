package dev.usercontext.testkit;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real SDK for each test, built by autoconfiguration as in an application: that it finds our span
 * processor by itself is part of what is tested.
 */
public final class Telemetry implements BeforeEachCallback, AfterEachCallback {

  private static final Map<String, String> NOTHING_BY_ITSELF =
      Map.of(
          "otel.traces.exporter", "none",
          "otel.metrics.exporter", "none",
          "otel.logs.exporter", "none");

  /** The processors of the SDK that is being built on this thread. */
  private static final ThreadLocal<List<SpanProcessor>> PROCESSORS =
      ThreadLocal.withInitial(List::of);

  private final boolean autoconfigured;
  private final Function<InMemorySpans, SpanProcessor> exporting;
  private final List<SpanProcessor> ofApplication;
  private InMemorySpans spans;
  private OpenTelemetrySdk sdk;

  private Telemetry(
      boolean autoconfigured,
      Function<InMemorySpans, SpanProcessor> exporting,
      List<SpanProcessor> ofApplication) {
    this.autoconfigured = autoconfigured;
    this.exporting = exporting;
    this.ofApplication = ofApplication;
  }

  /** Exports each span as it ends. */
  public static Telemetry simple(SpanProcessor... ofApplication) {
    return new Telemetry(true, SimpleSpanProcessor::create, List.of(ofApplication));
  }

  /** Exports on a thread of its own, as servers do. */
  public static Telemetry batch() {
    return new Telemetry(
        true,
        spans -> BatchSpanProcessor.builder(spans).setScheduleDelay(Duration.ofMillis(20)).build(),
        List.of());
  }

  /** As Open Liberty in its runtime mode: the server's SDK does not load our processor. */
  public static Telemetry ofServer() {
    return new Telemetry(false, SimpleSpanProcessor::create, List.of());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    spans = new InMemorySpans();
    ProcessorFlag.set(false);
    sdk = start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    sdk.close();
  }

  /** Builds the SDK again, as after a change of the configuration. */
  public void restart() {
    sdk.close();
    sdk = start();
  }

  public boolean isOfServer() {
    return !autoconfigured;
  }

  public Tracer tracer() {
    return sdk.getTracer("test");
  }

  public TextMapPropagator propagator() {
    return sdk.getPropagators().getTextMapPropagator();
  }

  public SpanBuilder span(String name) {
    return tracer().spanBuilder(name);
  }

  /** Starts and ends a span here and now. */
  public void record(String name) {
    span(name).startSpan().end();
  }

  /** The one span that was exported. */
  public SpanData await() {
    return spans.await(1).get(0);
  }

  /** All spans that were exported, in the order in which they ended. */
  public List<SpanData> await(int count) {
    return spans.await(count);
  }

  /** The first span of this name. */
  public SpanData await(String name) {
    return spans.await(name);
  }

  private OpenTelemetrySdk start() {
    List<SpanProcessor> processors = new ArrayList<>(ofApplication);
    processors.add(exporting.apply(spans));
    return autoconfigured ? autoconfigure(processors) : build(processors);
  }

  private static OpenTelemetrySdk build(List<SpanProcessor> processors) {
    SdkTracerProviderBuilder provider = SdkTracerProvider.builder();
    processors.forEach(provider::addSpanProcessor);
    return OpenTelemetrySdk.builder().setTracerProvider(provider.build()).build();
  }

  private static OpenTelemetrySdk autoconfigure(List<SpanProcessor> processors) {
    PROCESSORS.set(processors);
    try {
      return AutoConfiguredOpenTelemetrySdk.builder()
          .addPropertiesSupplier(() -> NOTHING_BY_ITSELF)
          .disableShutdownHook()
          .build()
          .getOpenTelemetrySdk();
    } finally {
      PROCESSORS.remove();
    }
  }

  static SdkTracerProviderBuilder add(SdkTracerProviderBuilder builder) {
    PROCESSORS.get().forEach(builder::addSpanProcessor);
    return builder;
  }
}
