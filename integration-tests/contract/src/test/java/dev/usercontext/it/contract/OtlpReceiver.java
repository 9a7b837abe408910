package dev.usercontext.it.contract;

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
import java.util.zip.GZIPInputStream;

/**
 * A backend: takes spans over OTLP (http/protobuf) on a free loopback port. There is one for all
 * tests of a JVM, since servers and deployments outlive a test class; it ends with the JVM.
 */
public final class OtlpReceiver {

  private static final OtlpReceiver SHARED = new OtlpReceiver();

  private final SpanLog log = new SpanLog();
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

  public static OtlpReceiver shared() {
    return SHARED;
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

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      log.add(spans(ExportTraceServiceRequest.parseFrom(body(exchange))));
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

  private static List<ReceivedSpan> spans(ExportTraceServiceRequest request) {
    return request.getResourceSpansList().stream()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream())
        .map(ReceivedSpan::of)
        .toList();
  }
}
