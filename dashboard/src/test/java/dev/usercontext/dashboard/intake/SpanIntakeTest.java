package dev.usercontext.dashboard.intake;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.cost.LlmReader;
import dev.usercontext.dashboard.store.GroupCommit;
import dev.usercontext.dashboard.store.SpanStore;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SpanIntakeTest {

  /** What went wrong can't be said: that takes memory, too. */
  private static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new OutOfMemoryError("on purpose");
    }
  }

  @Test
  void aSenderIsAnsweredAlsoWithoutMemoryToSayWhatWentWrong() {
    CountDownLatch asked = new CountDownLatch(1);
    SpanStore store =
        OtlpRefusalTest.storeThatWrites(
            spans -> {
              asked.await();
              throw new Unspeakable();
            });
    try (GroupCommit queue = new GroupCommit(store, 10, 1_000_000)) {
      SpanIntake intake = new SpanIntake(queue, 10, LlmReader.NONE, new IntakeCounters());

      CompletableFuture<ExportTraceServiceResponse> answer =
          intake.traces(OtlpRequests.request(OtlpRequests.span(1).build()));
      asked.countDown();

      assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(RefusedException.class);
    }
  }
}
