package dev.usercontext.dashboard.intake;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks the bodies of requests and hands on what they hold. */
record OtlpHttpReader(SpanIntake intake, int maxBytes) {

  private static final int PART = 64 << 10;

  /**
   * What is to be answered, once it is known. Throws where the body is no OTLP.
   *
   * @param share from which the unpacked bytes are taken, too
   */
  CompletableFuture<OtlpHttpAnswer> read(
      String path, String type, @Nullable String encoding, byte[] body, ByteBudget.Share share)
      throws IOException {
    boolean json = type.equals(OtlpHttpAnswer.JSON);
    if (encoding == null || encoding.equalsIgnoreCase("identity")) {
      return handOn(path, json, body);
    }
    if (!encoding.equalsIgnoreCase("gzip")) {
      return CompletableFuture.completedFuture(
          OtlpHttpAnswer.error(415, "OTLP is packed with gzip, or not at all.", 0));
    }
    ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
        if (unpacked.size() + part.length > maxBytes) {
          return CompletableFuture.completedFuture(OtlpHttpAnswer.tooLarge(maxBytes));
        }
        if (!share.take(part.length)) {
          return CompletableFuture.failedFuture(RefusedException.full());
        }
        unpacked.write(part);
      }
    }
    return handOn(path, json, unpacked.toByteArray());
  }

  private CompletableFuture<OtlpHttpAnswer> handOn(String path, boolean json, byte[] bytes)
      throws IOException {
    switch (path) {
      case "/v1/traces" -> {
        ExportTraceServiceRequest request =
            json ? OtlpJson.traces(text(bytes)) : ExportTraceServiceRequest.parseFrom(bytes);
        return intake.traces(request).thenApply(OtlpHttpAnswer::ok);
      }
      case "/v1/metrics" -> {
        ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
        merge(bytes, json, request);
        return CompletableFuture.completedFuture(
            OtlpHttpAnswer.ok(intake.metrics(request.build())));
      }
      default -> {
        ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
        merge(bytes, json, request);
        return CompletableFuture.completedFuture(OtlpHttpAnswer.ok(intake.logs(request.build())));
      }
    }
  }

  private static void merge(byte[] bytes, boolean json, Message.Builder request)
      throws InvalidProtocolBufferException {
    if (json) {
      OtlpJson.merge(text(bytes), request);
    } else {
      request.mergeFrom(bytes);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
