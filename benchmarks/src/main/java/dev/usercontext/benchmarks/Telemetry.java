package dev.usercontext.benchmarks;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.contrib.baggage.processor.BaggageSpanProcessor;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.Map;

/** A real SDK, as its autoconfiguration makes it, without an exporter. */
record Telemetry(OpenTelemetrySdk sdk) implements AutoCloseable {

  static Telemetry of(Way way) {
    System.setProperty(
        "usercontext.vocabularies", way.name().endsWith("FLAT") ? "flat" : "flat,otel");
    pseudonyms(way == Way.PSEUDONYM);
    SpanProcessor other =
        switch (way) {
          case OWN_PROCESSOR -> new OwnProcessor();
          case BAGGAGE -> BaggageSpanProcessor.allowAllBaggageKeys();
          case CDI_PROXY -> new CdiProxyProcessor();
          case EXCEPTION -> new ExceptionProcessor();
          default -> SpanProcessor.composite();
        };
    return of(way.title().startsWith("processor"), other);
  }

  static Telemetry of(RequestWay way) {
    pseudonyms(way == RequestWay.PSEUDONYM);
    return of(way.hasLibrary(), SpanProcessor.composite());
  }

  private static void pseudonyms(boolean on) {
    if (on) {
      System.setProperty("usercontext.pseudonym.key", "0123456789abcdef0123456789abcdef");
    }
  }

  private static Telemetry of(boolean library, SpanProcessor other) {
    // Read by the library as MicroProfile Config is, which is not here.
    System.setProperty("usercontext.enabled", String.valueOf(library));
    return new Telemetry(
        AutoConfiguredOpenTelemetrySdk.builder()
            .disableShutdownHook()
            .addPropertiesSupplier(
                () ->
                    Map.of(
                        "otel.traces.exporter", "none",
                        "otel.metrics.exporter", "none",
                        "otel.logs.exporter", "none"))
            .addTracerProviderCustomizer(
                (builder, properties) ->
                    builder.addSpanProcessor(other).addSpanProcessor(new NoExport()))
            .build()
            .getOpenTelemetrySdk());
  }

  Tracer tracer() {
    return sdk.getTracer("benchmarks");
  }

  @Override
  public void close() {
    sdk.close();
  }
}
