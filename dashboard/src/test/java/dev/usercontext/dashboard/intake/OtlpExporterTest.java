package dev.usercontext.dashboard.intake;

import static dev.usercontext.dashboard.intake.OtlpRequests.PROTOBUF;
import static dev.usercontext.dashboard.intake.OtlpRequests.channel;
import static dev.usercontext.dashboard.intake.OtlpRequests.request;
import static dev.usercontext.dashboard.intake.OtlpRequests.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.model.SpanKind;
import dev.usercontext.dashboard.model.SpanStatus;
import dev.usercontext.dashboard.model.SpanUser;
import dev.usercontext.dashboard.model.StoredSpan;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exporters that applications send with. */
final class OtlpExporterTest extends RunningIntakeTests {
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
