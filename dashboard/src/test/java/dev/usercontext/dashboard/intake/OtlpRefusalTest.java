package dev.usercontext.dashboard.intake;

import static dev.usercontext.dashboard.intake.OtlpRequests.JSON;
import static dev.usercontext.dashboard.intake.OtlpRequests.PROTOBUF;
import static dev.usercontext.dashboard.intake.OtlpRequests.channel;
import static dev.usercontext.dashboard.intake.OtlpRequests.request;
import static dev.usercontext.dashboard.intake.OtlpRequests.span;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.rpc.RetryInfo;
import dev.usercontext.dashboard.cost.LlmReader;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.WriteResult;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Requests that are not taken, or not now. */
final class OtlpRefusalTest extends RunningIntakeTests {
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
  void aFullQueueAsksToTryAgain() throws Exception {
    CountDownLatch disk = new CountDownLatch(1);
    SpanStore slow = storeThatWaits(disk);
    // The disk is let go first: else a test that fails would wait for it at the end.
    try (RunningIntake full = new RunningIntake(slow, 3, null);
        AutoCloseable goes = disk::countDown) {
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

      assertAsksToTryAgain(full, two, Status.Code.RESOURCE_EXHAUSTED);
      assertThat(waiting).as("acknowledged before it is durable").isNotDone();
      assertThat(full.counters.read().refused()).isEqualTo(4);

      disk.countDown();
      assertThat(waiting.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      assertThat(full.post("/v1/traces", PROTOBUF, two).statusCode()).isEqualTo(200);
    }
  }

  static HttpResponse<byte[]> posted(RunningIntake intake, byte[] body) {
    try {
      return intake.post("/v1/traces", PROTOBUF, body);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  interface Writer {
    WriteResult write(List<?> spans) throws Exception;
  }

  static SpanStore storeThatWaits(CountDownLatch disk) {
    return storeThatWrites(
        spans -> {
          disk.await();
          return new WriteResult(spans.size(), 0);
        });
  }

  static SpanStore storeThatWrites(Writer writer) {
    return (SpanStore)
        Proxy.newProxyInstance(
            OtlpRefusalTest.class.getClassLoader(),
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
      assertAsksToTryAgain(failing, body, Status.Code.UNAVAILABLE);
    }
  }

  private static void assertAsksToTryAgain(RunningIntake intake, byte[] body, Status.Code code) {
    ManagedChannel channel = channel(intake);
    assertThatThrownBy(
            () ->
                TraceServiceGrpc.newBlockingStub(channel)
                    .export(ExportTraceServiceRequest.parseFrom(body)))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> {
              assertThat(e.getStatus().getCode()).isEqualTo(code);
              assertThat(StatusProto.fromThrowable(e).getDetails(0).is(RetryInfo.class)).isTrue();
            });
    channel.shutdownNow();
  }

  @Test
  void whoRunsOutOfMemoryAsksToTryAgain() throws Exception {
    AtomicInteger failures = new AtomicInteger(2);
    LlmReader reader =
        (name, scope, startNanos, attributes) -> {
          if (failures.getAndDecrement() > 0) {
            throw new OutOfMemoryError("made up");
          }
          return null;
        };
    try (RunningIntake failing = new RunningIntake(store, 1000, null, reader)) {
      byte[] body = request(span(1).build()).toByteArray();

      HttpResponse<byte[]> refused = failing.post("/v1/traces", PROTOBUF, body);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("5");
      assertAsksToTryAgain(failing, body, Status.Code.UNAVAILABLE);

      assertThat(failing.post("/v1/traces", PROTOBUF, body).statusCode()).isEqualTo(200);
    }
    assertThat(spans()).hasSize(1);
  }
}
