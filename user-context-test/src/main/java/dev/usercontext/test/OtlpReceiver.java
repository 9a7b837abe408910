package dev.usercontext.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
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
 * A backend for a server in another process: takes spans over OTLP (http/protobuf) on a free
 * loopback port.
 */
public final class OtlpReceiver implements AutoCloseable {

  private static final OtlpReceiver SHARED = start();

  private final SpanLog log = new SpanLog();
  private final List<Consumer<String>> observers = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private OtlpReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/v1/traces", this::receive);
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

  public SpanLog log() {
    return log;
  }

  /** What {@code otel.exporter.otlp.endpoint} is to be. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The configuration that makes an application send its spans here, and soon. */
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
      if (!observers.isEmpty()) {
        String text = request.toString();
        observers.forEach(observer -> observer.accept(text));
      }
      log.add(OtlpSpans.received(request));
      byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    return zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
  }
}
