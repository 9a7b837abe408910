package dev.usercontext.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.logs.ConfigurableLogRecordExporterProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real SDK for each test, which exports log records as one of an application does: in batches.
 */
public final class LogTelemetry implements BeforeEachCallback, AfterEachCallback {

  private static final Map<String, String> CONFIGURATION =
      Map.of(
          "otel.traces.exporter", "none",
          "otel.metrics.exporter", "none",
          "otel.logs.exporter", "memory",
          "otel.blrp.schedule.delay", "20");

  private OpenTelemetrySdk sdk;

  @Override
  public void beforeEach(ExtensionContext context) {
    Exporter.RECORDS.clear();
    sdk = null;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (sdk != null) {
      sdk.close();
    }
  }

  /** Reads the configuration now, and not only with the first use. */
  public void start() {
    sdk();
  }

  /** The headers of a call that is sent here and now. */
  public Map<String, String> inject(String uri) {
    Map<String, String> headers = new TreeMap<>();
    sdk()
        .getPropagators()
        .getTextMapPropagator()
        .inject(
            Context.current(),
            HttpRequest.newBuilder(URI.create(uri)).build(),
            (carrier, name, value) -> headers.put(name, value));
    return headers;
  }

  public Span span(String name) {
    return sdk().getTracer("test").spanBuilder(name).startSpan();
  }

  public void log(String message) {
    sdk().getLogsBridge().get("test").logRecordBuilder().setBody(message).emit();
  }

  public void log(String message, Context context) {
    sdk()
        .getLogsBridge()
        .get("test")
        .logRecordBuilder()
        .setContext(context)
        .setBody(message)
        .emit();
  }

  /** What the one record of this message carries. */
  public Map<String, Object> attributesOf(String message) {
    sdk().getSdkLoggerProvider().forceFlush().join(10, TimeUnit.SECONDS);
    List<LogRecordData> records =
        Exporter.RECORDS.stream()
            .filter(record -> record.getBody().asString().equals(message))
            .toList();
    assertThat(records).hasSize(1);
    Map<String, Object> attributes = new TreeMap<>();
    records.get(0).getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
    return attributes;
  }

  /** Built once it is used, with the configuration of that moment. */
  private OpenTelemetrySdk sdk() {
    if (sdk == null) {
      sdk =
          AutoConfiguredOpenTelemetrySdk.builder()
              .addPropertiesSupplier(() -> CONFIGURATION)
              .disableShutdownHook()
              .build()
              .getOpenTelemetrySdk();
    }
    return sdk;
  }

  /** The exporter that the configuration names, found as a service. */
  public static final class Exporter
      implements ConfigurableLogRecordExporterProvider, LogRecordExporter {
    private static final List<LogRecordData> RECORDS = new CopyOnWriteArrayList<>();

    @Override
    public String getName() {
      return "memory";
    }

    @Override
    public LogRecordExporter createExporter(ConfigProperties config) {
      return this;
    }

    @Override
    public CompletableResultCode export(Collection<LogRecordData> logs) {
      RECORDS.addAll(logs);
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
}
