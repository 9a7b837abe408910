package dev.usercontext.dashboard.intake;

import static dev.usercontext.dashboard.intake.OtlpRequests.JSON;
import static dev.usercontext.dashboard.intake.OtlpRequests.PROTOBUF;
import static dev.usercontext.dashboard.intake.OtlpRequests.channel;
import static dev.usercontext.dashboard.intake.OtlpRequests.request;
import static dev.usercontext.dashboard.intake.OtlpRequests.span;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import io.grpc.ManagedChannel;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What requests hold, and what is made of it. */
final class OtlpContentTest extends RunningIntakeTests {
  @Test
  void jsonIsUnderstood() throws Exception {
    HttpResponse<byte[]> response =
        intake.post(
            "/v1/traces",
            JSON,
            """
            {"resourceSpans": [{"resource": {"attributes": [
                {"key": "service.name", "value": {"stringValue": "js"}}]},
              "scopeSpans": [{"scope": {"name": "s"}, "futureField": 1, "spans": [{
                "traceId": "5B8EFFF798038103D269B633813FC60C", "spanId": "eee19b7ec3c1b174",
                "parentSpanId": "eee19b7ec3c1b173", "name": "json", "kind": 2,
                "startTimeUnixNano": "1544712660000000000", "endTimeUnixNano": "1544712661000000000",
                "attributes": [{"key": "user.id", "value": {"stringValue": "zoë"}},
                  {"key": "big", "value": {"intValue": "9007199254740993"}},
                  {"key": "blob", "value": {"bytesValue": "AQID"}}],
                "status": {"code": 2}}]}]}]}
            """
                .getBytes(UTF_8));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(new String(response.body(), UTF_8)).isEqualTo("{}");
    assertThat(response.headers().firstValue("content-type")).contains(JSON);
    StoredSpan span = spans().get(0);
    assertThat(span.traceId()).isEqualTo("5b8efff798038103d269b633813fc60c");
    assertThat(span.spanId()).isEqualTo("eee19b7ec3c1b174");
    assertThat(span.parentId()).isEqualTo("eee19b7ec3c1b173");
    assertThat(span.kind()).isEqualTo(SpanKind.SERVER);
    assertThat(span.durationNanos()).isEqualTo(1_000_000_000L);
    assertThat(span.status()).isEqualTo(SpanStatus.ERROR);
    assertThat(span.user()).isEqualTo(new SpanUser("zoë", null));
    assertThat(span.attributes())
        .isEqualTo(Map.of("user.id", "zoë", "big", 9007199254740993L, "blob", "AQID"));
  }

  @Test
  void everyVocabularyOfUsersIsRead() {
    for (String key : List.of("user_id", "user.id", "enduser.id", "usr.id")) {
      assertThat(UserReader.read(Map.of(key, "u"))).as(key).isEqualTo(new SpanUser("u", null));
    }
    assertThat(UserReader.read(Map.of("enduser.id", "x", "user_id", "u", "usr.email", "e")))
        .isEqualTo(new SpanUser("u", "e"));
    assertThat(UserReader.read(Map.of("user_id", " ", "user.email", "e"))).isNull();
  }

  @Test
  void partOfABatchMayBeRejected() throws Exception {
    Span good = span(1).build();
    Span shortId = span(2).setSpanId(ByteString.copyFrom(new byte[7])).build();
    Span zeroId = span(3).setTraceId(ByteString.copyFrom(new byte[16])).build();
    HttpResponse<byte[]> response =
        intake.post("/v1/traces", PROTOBUF, request(good, shortId, zeroId).toByteArray());

    assertThat(response.statusCode()).isEqualTo(200);
    ExportTraceServiceResponse body = ExportTraceServiceResponse.parseFrom(response.body());
    assertThat(body.getPartialSuccess().getRejectedSpans()).isEqualTo(2);
    assertThat(body.getPartialSuccess().getErrorMessage()).startsWith("UCD011");
    assertThat(spans()).hasSize(1);
    assertThat(intake.counters.read().rejected()).isEqualTo(2);
  }

  @Test
  void aClockThatGoesBackMakesNoNegativeDuration() throws Exception {
    Span back = span(1).setStartTimeUnixNano(5_000).setEndTimeUnixNano(4_000).build();
    Span far = span(2).setStartTimeUnixNano(-1).setEndTimeUnixNano(-1).build();
    assertThat(intake.post("/v1/traces", PROTOBUF, request(back, far).toByteArray()).statusCode())
        .isEqualTo(200);

    assertThat(spans()).hasSize(2).allSatisfy(span -> assertThat(span.durationNanos()).isZero());
  }

  @Test
  void metricsAndLogsAreTakenAndCounted() throws Exception {
    ExportMetricsServiceRequest metrics =
        ExportMetricsServiceRequest.newBuilder()
            .addResourceMetrics(
                ResourceMetrics.newBuilder()
                    .addScopeMetrics(
                        ScopeMetrics.newBuilder()
                            .addMetrics(
                                Metric.newBuilder()
                                    .setGauge(
                                        Gauge.newBuilder()
                                            .addDataPoints(NumberDataPoint.getDefaultInstance())
                                            .addDataPoints(NumberDataPoint.getDefaultInstance())))))
            .build();
    ExportLogsServiceRequest logs =
        ExportLogsServiceRequest.newBuilder()
            .addResourceLogs(
                ResourceLogs.newBuilder()
                    .addScopeLogs(
                        ScopeLogs.newBuilder().addLogRecords(LogRecord.getDefaultInstance())))
            .build();

    assertThat(intake.post("/v1/metrics", PROTOBUF, metrics.toByteArray()).statusCode())
        .isEqualTo(200);
    assertThat(intake.post("/v1/logs", PROTOBUF, logs.toByteArray()).statusCode()).isEqualTo(200);
    assertThat(intake.post("/v1/logs", JSON, "{}".getBytes(UTF_8)).statusCode()).isEqualTo(200);
    ManagedChannel channel = channel(intake);
    MetricsServiceGrpc.newBlockingStub(channel).export(metrics);
    channel.shutdownNow();

    assertThat(intake.counters.read().dataPoints()).isEqualTo(4);
    assertThat(intake.counters.read().logRecords()).isEqualTo(1);
    assertThat(spans()).isEmpty();
  }
}
