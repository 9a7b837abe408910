package dev.usercontext.dashboard.intake;

import static dev.usercontext.dashboard.intake.OtlpRequests.PROTOBUF;
import static dev.usercontext.dashboard.intake.OtlpRequests.request;
import static dev.usercontext.dashboard.intake.OtlpRequests.span;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.dashboard.cost.LlmReader;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.WriteResult;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Senders that die in the midst of a request, and say nothing of it. */
final class StalledSenderTest {
  private static final int PART = 40_000;
  private static final byte[] REQUEST = request(span(1).build()).toByteArray();

  /** Room for two parts, and for nothing else beside them. */
  private static RunningIntake intake(SpanStore store) throws IOException {
    IntakeSettings settings =
        new IntakeSettings(
            "127.0.0.1", 0, 0, 1 << 20, 2 * PART, Duration.ofMillis(500), null, null, null);
    return new RunningIntake(store, settings, 1_000, LlmReader.NONE);
  }

  private static Socket stalled(RunningIntake intake) throws IOException {
    Socket sender = new Socket("127.0.0.1", intake.httpPort());
    sender.setSoTimeout(20_000);
    String head =
        "POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(PROTOBUF, PART + 1);
    sender.getOutputStream().write(head.getBytes(US_ASCII));
    sender.getOutputStream().write(new byte[PART]);
    sender.getOutputStream().flush();
    return sender;
  }

  private static void assertIsHungUpOn(Socket sender) throws IOException {
    try (sender) {
      assertThat(sender.getInputStream().read()).isEqualTo(-1);
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }

  @Test
  void keepNobodyOut() throws Exception {
    SpanStore store = OtlpRefusalTest.storeThatWrites(spans -> new WriteResult(spans.size(), 0));
    try (RunningIntake intake = intake(store)) {
      List<Socket> senders = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        senders.add(stalled(intake));
      }
      for (Socket sender : senders) {
        assertIsHungUpOn(sender);
      }

      assertThat(intake.post("/v1/traces", PROTOBUF, REQUEST).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoWaitsForTheDiskIsNotTakenForOne() throws Exception {
    CountDownLatch disk = new CountDownLatch(1);
    SpanStore slow = OtlpRefusalTest.storeThatWaits(disk);
    try (RunningIntake intake = intake(slow);
        AutoCloseable goes = disk::countDown) {
      CompletableFuture<HttpResponse<byte[]>> waiting =
          CompletableFuture.supplyAsync(() -> OtlpRefusalTest.posted(intake, REQUEST));
      while (intake.queued() == 0) {
        Thread.onSpinWait();
      }
      assertIsHungUpOn(stalled(intake));

      disk.countDown();
      assertThat(waiting.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }
  }
}
