package dev.usercontext.dashboard.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.rpc.RetryInfo;
import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.AuditQuery;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.WriteResult;
import dev.usercontext.dashboard.store.duckdb.DuckDbStore;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real exporters, and senders of all that exporters don't send, before a real store. */
final class OtlpIntakeTest {
  private static final String PROTOBUF = "application/x-protobuf";
  private static final String JSON = "application/json";

  private SpanStore store;
  private RunningIntake intake;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    store = DuckDbStore.open(folder);
    intake = new RunningIntake(store, 50_000, null);
  }

  @AfterEach
  void stop() {
    intake.close();
    store.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "grpc gzip", "http", "http gzip"})
  void theExportersOfTheSdkAreUnderstood(String how) {
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setResource(
                Resource.create(
                    Attributes.of(
                        AttributeKey.stringKey("service.name"), "shop",
                        AttributeKey.stringKey("deployment.environment.name"), "prod")))
            .addSpanProcessor(BatchSpanProcessor.builder(exporter(how)).build())
            .build()) {
      Tracer tracer = provider.get("test");
      var root =
          tracer
              .spanBuilder("POST /orders")
              .setSpanKind(io.opentelemetry.api.trace.SpanKind.SERVER)
              .setAttribute("user_id", "u-42")
              .setAttribute("user_email", "ada@example.com")
              .setAttribute("number", 42)
              .setAttribute(AttributeKey.stringArrayKey("list"), List.of("a", "b"))
              .startSpan();
      tracer
          .spanBuilder("child")
          .setParent(Context.root().with(root))
          .startSpan()
          .recordException(new IllegalStateException("sold out"))
          .setStatus(StatusCode.ERROR, "sold out")
          .end();
      root.end();
      assertThat(provider.forceFlush().join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
    }

    // The flush has been answered: so they are there.
    List<StoredSpan> spans = spans();
    assertThat(spans)
        .extracting(StoredSpan::name)
        .containsExactlyInAnyOrder("POST /orders", "child");
    StoredSpan root = named(spans, "POST /orders");
    assertThat(root.user()).isEqualTo(new SpanUser("u-42", "ada@example.com"));
    assertThat(root.service()).isEqualTo("shop");
    assertThat(root.environment()).isEqualTo("prod");
    assertThat(root.kind()).isEqualTo(SpanKind.SERVER);
    assertThat(root.parentId()).isNull();
    assertThat(root.attributes())
        .containsEntry("number", 42L)
        .containsEntry("list", List.of("a", "b"));
    StoredSpan child = named(spans, "child");
    assertThat(child.parentId()).isEqualTo(root.spanId());
    assertThat(child.traceId()).isEqualTo(root.traceId());
    assertThat(child.user()).isNull();
    assertThat(child.status()).isEqualTo(SpanStatus.ERROR);
    assertThat(child.statusMessage()).isEqualTo("sold out");
    assertThat(child.events()).hasSize(1);
    assertThat(child.events().get(0).attributes()).containsEntry("exception.message", "sold out");
  }

  private SpanExporter exporter(String how) {
    String compression = how.endsWith("gzip") ? "gzip" : "none";
    return how.startsWith("grpc")
        ? OtlpGrpcSpanExporter.builder()
            .setEndpoint("http://127.0.0.1:" + intake.grpcPort())
            .setCompression(compression)
            .build()
        : OtlpHttpSpanExporter.builder()
            .setEndpoint("http://127.0.0.1:" + intake.httpPort() + "/v1/traces")
            .setCompression(compression)
            .build();
  }

  private List<StoredSpan> spans() {
    return store
        .audit(new AuditQuery(SpanFilter.in(TimeRange.ALL), AuditQuery.Order.NEWEST, null, 1000))
        .spans();
  }

  private static StoredSpan named(List<StoredSpan> spans, String name) {
    return spans.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
  }

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

  private static Span.Builder span(long id) {
    return Span.newBuilder()
        .setTraceId(ByteString.fromHex(String.format("%032x", id)))
        .setSpanId(ByteString.fromHex(String.format("%016x", id)))
        .setName("s" + id)
        .setStartTimeUnixNano(1_000_000 * id);
  }

  private static ExportTraceServiceRequest request(Span... spans) {
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder()
                .addScopeSpans(ScopeSpans.newBuilder().addAllSpans(List.of(spans))))
        .build();
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
  void whatIsNoOtlpIsAClearErrorAndHarmsNothing() throws Exception {
    assertThat(answer("/v1/traces", JSON, "{\"resourceSpans\": ["))
        .startsWith("400 ")
        .contains("UCD016");
    assertThat(answer("/v1/traces", JSON, "[1, 2]")).startsWith("400 ");
    assertThat(answer("/v1/traces", PROTOBUF, "no protobuf")).startsWith("400 ").contains("UCD016");
    assertThat(answer("/v1/metrics", PROTOBUF, "no protobuf")).startsWith("400 ");
    assertThat(answer("/v1/traces", PROTOBUF, "x", "Content-Encoding", "gzip")).startsWith("400 ");
    assertThat(answer("/v1/traces", PROTOBUF, "x", "Content-Encoding", "br")).startsWith("415 ");
    assertThat(answer("/v1/traces", "text/plain", "x")).startsWith("415 ");
    assertThat(answer("/v1/else", PROTOBUF, "x")).startsWith("404 ");
    assertThat(answer("/v1/traces", PROTOBUF, "x".repeat((1 << 20) + 1)))
        .startsWith("413 ")
        .contains("UCD015");
    assertThat(intake.counters.read().malformed()).isEqualTo(5);

    assertThat(
            intake
                .post("/v1/traces", PROTOBUF, request(span(1).build()).toByteArray())
                .statusCode())
        .isEqualTo(200);
    assertThat(spans()).hasSize(1);
  }

  private String answer(String path, String type, String body, String... headers) throws Exception {
    HttpResponse<byte[]> response = intake.post(path, type, body.getBytes(UTF_8), headers);
    return response.statusCode() + " " + new String(response.body(), UTF_8);
  }

  @Test
  void aSmallPackageThatIsLargeUnpackedIsRefused() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 100; i++) {
        gzip.write(new byte[1 << 20]);
      }
    }
    assertThat(
            intake
                .post("/v1/traces", PROTOBUF, packed.toByteArray(), "Content-Encoding", "gzip")
                .statusCode())
        .isEqualTo(413);
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

  private static ManagedChannel channel(RunningIntake intake) {
    return NettyChannelBuilder.forAddress("127.0.0.1", intake.grpcPort()).usePlaintext().build();
  }

  @Test
  void aFullQueueAsksToTryAgain() throws Exception {
    CountDownLatch disk = new CountDownLatch(1);
    SpanStore slow =
        storeThatWrites(
            spans -> {
              disk.await();
              return new WriteResult(spans.size(), 0);
            });
    try (RunningIntake full = new RunningIntake(slow, 3, null)) {
      byte[] two = request(span(1).build(), span(2).build()).toByteArray();
      CompletableFuture<HttpResponse<byte[]>> waiting =
          CompletableFuture.supplyAsync(() -> posted(full, two));
      while (full.queued() == 0) {
        Thread.onSpinWait();
      }

      HttpResponse<byte[]> refused = full.post("/v1/traces", PROTOBUF, two);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(refused.headers().firstValue("Content-Type")).contains(PROTOBUF);
      assertThat(com.google.rpc.Status.parseFrom(refused.body()).getMessage()).startsWith("UCD010");

      ManagedChannel channel = channel(full);
      assertThatThrownBy(
              () ->
                  TraceServiceGrpc.newBlockingStub(channel)
                      .export(ExportTraceServiceRequest.parseFrom(two)))
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              e -> {
                assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
                assertThat(StatusProto.fromThrowable(e).getDetails(0).is(RetryInfo.class)).isTrue();
              });
      channel.shutdownNow();
      assertThat(waiting).as("acknowledged before it is durable").isNotDone();
      assertThat(full.counters.read().refused()).isEqualTo(4);

      disk.countDown();
      assertThat(waiting.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      assertThat(full.post("/v1/traces", PROTOBUF, two).statusCode()).isEqualTo(200);
    }
  }

  private static HttpResponse<byte[]> posted(RunningIntake intake, byte[] body) {
    try {
      return intake.post("/v1/traces", PROTOBUF, body);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Writer {
    WriteResult write(List<?> spans) throws Exception;
  }

  private static SpanStore storeThatWrites(Writer writer) {
    return (SpanStore)
        Proxy.newProxyInstance(
            OtlpIntakeTest.class.getClassLoader(),
            new Class<?>[] {SpanStore.class},
            (proxy, method, arguments) -> writer.write((List<?>) arguments[0]));
  }

  @Test
  void aStoreThatFailsAsksToTryAgain() throws Exception {
    SpanStore broken =
        storeThatWrites(
            spans -> {
              throw new StoreException(StoreException.Code.UCD004, "The disk is full.");
            });
    try (RunningIntake failing = new RunningIntake(broken, 1000, null)) {
      byte[] body = request(span(1).build()).toByteArray();
      HttpResponse<byte[]> refused = failing.post("/v1/traces", PROTOBUF, body);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("5");
      assertThat(com.google.rpc.Status.parseFrom(refused.body()).getMessage())
          .isEqualTo("UCD004: The disk is full.");
      ManagedChannel channel = channel(failing);
      assertThatThrownBy(
              () ->
                  TraceServiceGrpc.newBlockingStub(channel)
                      .export(ExportTraceServiceRequest.parseFrom(body)))
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE));
      channel.shutdownNow();
    }
  }

  @Test
  void aTokenIsAskedFor() throws Exception {
    try (RunningIntake guarded = new RunningIntake(store, 1000, "secret")) {
      byte[] body = request(span(1).build()).toByteArray();
      assertThat(guarded.post("/v1/traces", PROTOBUF, body).statusCode()).isEqualTo(401);
      assertThat(
              guarded.post("/v1/traces", PROTOBUF, body, "Authorization", "Bearer x").statusCode())
          .isEqualTo(401);
      assertThat(
              guarded
                  .post("/v1/traces", PROTOBUF, body, "Authorization", "Bearer secret")
                  .statusCode())
          .isEqualTo(200);
      SpanExporter exporter =
          OtlpGrpcSpanExporter.builder()
              .setEndpoint("http://127.0.0.1:" + guarded.grpcPort())
              .addHeader("authorization", "Bearer secret")
              .build();
      try (SdkTracerProvider provider =
          SdkTracerProvider.builder()
              .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
              .build()) {
        provider.get("t").spanBuilder("with token").startSpan().end();
        assertThat(provider.forceFlush().join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
      }
      ManagedChannel channel = channel(guarded);
      assertThatThrownBy(
              () ->
                  TraceServiceGrpc.newBlockingStub(channel)
                      .export(ExportTraceServiceRequest.parseFrom(body)))
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
      channel.shutdownNow();
    }
    assertThat(spans()).extracting(StoredSpan::name).containsExactlyInAnyOrder("s1", "with token");
  }

  @Test
  void othersAreLetInWithATokenOnly() {
    assertThatThrownBy(() -> new IntakeSettings("0.0.0.0", 0, 0, 1, null, null, null))
        .hasMessageStartingWith("UCD013");
    assertThat(new IntakeSettings("0.0.0.0", 0, 0, 1, "token", null, null).host())
        .isEqualTo("0.0.0.0");
  }
}
