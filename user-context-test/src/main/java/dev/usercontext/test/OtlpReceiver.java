package dev.usercontext.test;

import com.google.protobuf.Message;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * A backend for a server in another process: takes spans and log records over OTLP (http/protobuf)
 * on a free loopback port.
 */
public final class OtlpReceiver implements AutoCloseable {

  private static final OtlpReceiver SHARED = start();

  private final SpanLog log = new SpanLog();
  private final List<ReceivedLogRecord> logRecords = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> observers = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private OtlpReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/v1/traces", this::receive);
    server.createContext("/v1/logs", this::receiveLogs);
    server.start();
  }

  /**
   * The one for all tests of a JVM, since servers and deployments outlive a test class; it ends
   * with the JVM.
   */
  public static OtlpReceiver shared() {
    return SHARED;
  }

  /** One for as long as it is not closed. */
  public static OtlpReceiver start() {
    return new OtlpReceiver();
  }

  /** Where the spans are that have arrived. */
  public SpanLog log() {
    return log;
  }

  /** The log records that have arrived, in their order of arrival. */
  public List<ReceivedLogRecord> logRecords() {
    return List.copyOf(logRecords);
  }

  /** What {@code otel.exporter.otlp.endpoint} is to be. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * The configuration that makes an application on WildFly or Open Liberty send its spans here, and
   * soon. For Open Liberty it has to stand in the application or in variables of {@code
   * server.xml}: {@code otel.sdk.disabled=false} as a system property, in the environment or in
   * {@code bootstrap.properties} makes it the server's telemetry, which loads no span processor of
   * an application. An application that has that line itself may be given the others in any way.
   *
   * @see #quarkusConfiguration()
   */
  public Map<String, String> configuration() {
    return Map.of(
        "otel.sdk.disabled", "false",
        "otel.traces.exporter", "otlp",
        "otel.metrics.exporter", "none",
        "otel.logs.exporter", "none",
        "otel.exporter.otlp.protocol", "http/protobuf",
        "otel.exporter.otlp.endpoint", endpoint(),
        "otel.bsp.schedule.delay", "50");
  }

  /**
   * The same for an application on Quarkus, with the names that Quarkus knows: what the {@code
   * start()} of a {@code QuarkusTestResourceLifecycleManager} returns, or {@code -D} options of the
   * application's process. All of them count at run time, so that a built application may be tested
   * as it is.
   */
  public Map<String, String> quarkusConfiguration() {
    return Map.of(
        "quarkus.otel.exporter.otlp.endpoint", endpoint(),
        "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
        "quarkus.otel.bsp.schedule.delay", "50ms");
  }

  /**
   * Shows all that arrives from now on, as text: events, links and resources too, which the log
   * leaves out. On the threads of the receiver.
   *
   * @return ends it
   */
  public Runnable observe(Consumer<String> observer) {
    observers.add(observer);
    return () -> observers.remove(observer);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(body(exchange));
      show(request);
      log.add(OtlpSpans.received(request));
      answer(exchange);
    }
  }

  private void receiveLogs(HttpExchange exchange) throws IOException {
    try (exchange) {
      ExportLogsServiceRequest request = ExportLogsServiceRequest.parseFrom(body(exchange));
      show(request);
      logRecords.addAll(OtlpLogs.received(request));
      answer(exchange);
    }
  }

  private void show(Message request) {
    if (!observers.isEmpty()) {
      String text = request.toString();
      observers.forEach(observer -> observer.accept(text));
    }
  }

  /** All that there is to say, with no bytes in it. */
  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, -1);
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    return zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
  }
}
