package dev.usercontext.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class OtlpReceiverTest {

  private static final ReceivedSpan SERVER =
      new ReceivedSpan(
          "0af7651916cd43dd8448eb211c80319c",
          "b7ad6b7169203331",
          "00f067aa0ba902b7",
          "GET /orders",
          ReceivedSpan.Kind.SERVER,
          Instant.ofEpochSecond(1, 2),
          Map.of("user_id", "alice", "http.status", 200L, "user.roles", List.of("clerk")));

  @Test
  void takesPlainAndZippedSpans() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      assertThat(send(receiver, export().toByteArray(), "identity")).isEqualTo(200);
      assertThat(send(receiver, zipped(export().toByteArray()), "gzip")).isEqualTo(200);
      assertThat(receiver.log().openOnAll(span -> true).spans()).containsExactly(SERVER, SERVER);
    }
  }

  private static int send(OtlpReceiver receiver, byte[] body, String encoding)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(receiver.endpoint() + "/v1/traces"))
            .header("Content-Encoding", encoding)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpClient http = HttpClient.newHttpClient();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static ExportTraceServiceRequest export() {
    AnyValue roles =
        AnyValue.newBuilder()
            .setArrayValue(ArrayValue.newBuilder().addValues(text("clerk")))
            .build();
    Span span =
        Span.newBuilder()
            .setTraceId(bytes(SERVER.traceId()))
            .setSpanId(bytes(SERVER.spanId()))
            .setParentSpanId(bytes(SERVER.parentSpanId()))
            .setName(SERVER.name())
            .setStartTimeUnixNano(1_000_000_002)
            .setKind(Span.SpanKind.SPAN_KIND_SERVER)
            .addAttributes(attribute("user_id", text("alice")))
            .addAttributes(attribute("http.status", AnyValue.newBuilder().setIntValue(200).build()))
            .addAttributes(attribute("user.roles", roles))
            .build();
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder().addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
        .build();
  }

  private static KeyValue attribute(String key, AnyValue value) {
    return KeyValue.newBuilder().setKey(key).setValue(value).build();
  }

  private static AnyValue text(String value) {
    return AnyValue.newBuilder().setStringValue(value).build();
  }

  private static ByteString bytes(String hex) {
    return ByteString.copyFrom(HexFormat.of().parseHex(hex));
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }
}
