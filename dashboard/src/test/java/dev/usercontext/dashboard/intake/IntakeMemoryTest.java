package dev.usercontext.dashboard.intake;

import static dev.usercontext.dashboard.intake.OtlpRequests.PROTOBUF;
import static dev.usercontext.dashboard.intake.OtlpRequests.channel;
import static dev.usercontext.dashboard.intake.OtlpRequests.request;
import static dev.usercontext.dashboard.intake.OtlpRequests.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.cost.LlmReader;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.WriteResult;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What may wait in memory, however large or small its spans are. */
final class IntakeMemoryTest {
  private static final int MEGABYTE = 1 << 20;
  private static final SpanStore QUICK =
      OtlpRefusalTest.storeThatWrites(spans -> new WriteResult(spans.size(), 0));

  private static RunningIntake intake(SpanStore store, int queueSpans, long waitingBytes)
      throws IOException {
    IntakeSettings settings =
        new IntakeSettings(
            "127.0.0.1",
            0,
            0,
            16 * MEGABYTE,
            waitingBytes,
            Duration.ofMinutes(1),
            null,
            null,
            null);
    return new RunningIntake(store, settings, queueSpans, LlmReader.NONE);
  }

  private static ExportTraceServiceRequest large(int id, int bytes) {
    AnyValue text = AnyValue.newBuilder().setStringValue("x".repeat(bytes)).build();
    return request(
        span(id).addAttributes(KeyValue.newBuilder().setKey("text").setValue(text)).build());
  }

  @Test
  void largeSpansFillTheQueueBeforeTheHeap() throws Exception {
    CountDownLatch disk = new CountDownLatch(1);
    SpanStore slow = OtlpRefusalTest.storeThatWaits(disk);
    try (RunningIntake intake = intake(slow, 50_000, 40 * MEGABYTE);
        AutoCloseable goes = disk::countDown) {
      ManagedChannel channel = channel(intake);
      for (int id = 1; id <= 2; id++) {
        TraceServiceGrpc.newFutureStub(channel).export(large(id, 15 * MEGABYTE));
        while (intake.queued() < id) {
          Thread.onSpinWait();
        }
      }

      assertThatThrownBy(() -> export(channel, large(3, 15 * MEGABYTE)))
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              e -> {
                assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
                assertThat(e).hasMessageContaining("UCD010");
                assertThat(StatusProto.fromThrowable(e).getDetailsCount()).isOne();
              });

      disk.countDown();
      while (intake.queued() > 0) {
        Thread.onSpinWait();
      }
      export(channel, large(3, 15 * MEGABYTE));
      channel.shutdownNow();
    }
  }

  private static void export(ManagedChannel channel, ExportTraceServiceRequest request) {
    TraceServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(20, TimeUnit.SECONDS)
        .export(request);
  }

  @Test
  void moreSpansThanTheQueueHoldsAreRefusedForGood() throws Exception {
    ExportTraceServiceRequest four =
        request(span(1).build(), span(2).build(), span(3).build(), span(4).build());
    try (RunningIntake intake = intake(QUICK, 3, 40 * MEGABYTE)) {
      HttpResponse<byte[]> refused = intake.post("/v1/traces", PROTOBUF, four.toByteArray());
      assertThat(refused.statusCode()).isEqualTo(413);
      assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
      assertThat(com.google.rpc.Status.parseFrom(refused.body()).getMessage())
          .startsWith("UCD015: A request has at most 3 spans");

      ManagedChannel channel = channel(intake);
      assertThatThrownBy(() -> export(channel, four))
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              e -> {
                assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
                assertThat(StatusProto.fromThrowable(e).getDetailsCount()).isZero();
              });
      channel.shutdownNow();
      assertThat(intake.counters.read().rejected()).isEqualTo(8);
    }
  }

  @Test
  void whatIsPackedCountsAsItIsUnpacked() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(large(1, 3 * MEGABYTE).toByteArray());
    }
    try (RunningIntake intake = intake(QUICK, 1_000, 2 * MEGABYTE)) {
      for (int i = 0; i < 3; i++) {
        HttpResponse<byte[]> refused =
            intake.post("/v1/traces", PROTOBUF, packed.toByteArray(), "Content-Encoding", "gzip");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      }
      byte[] small = large(1, MEGABYTE).toByteArray();
      assertThat(intake.post("/v1/traces", PROTOBUF, small).statusCode())
          .as("what was taken is given back")
          .isEqualTo(200);
    }
  }
}
