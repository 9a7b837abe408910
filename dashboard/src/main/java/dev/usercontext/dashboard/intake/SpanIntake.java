package dev.usercontext.dashboard.intake;

import dev.usercontext.dashboard.cost.LlmReader;
import dev.usercontext.dashboard.store.GroupCommit;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.concurrent.CompletableFuture;

/** What both of OTLP's protocols do with an export. Any thread; nothing blocks. */
final class SpanIntake {
  private final GroupCommit queue;
  private final int mostSpans;
  private final LlmReader llm;
  private final IntakeCounters counters;

  /**
   * @param mostSpans of one request, as no more fit into the queue
   */
  SpanIntake(GroupCommit queue, int mostSpans, LlmReader llm, IntakeCounters counters) {
    this.queue = queue;
    this.mostSpans = mostSpans;
    this.llm = llm;
    this.counters = counters;
  }

  IntakeCounters counters() {
    return counters;
  }

  /** Completes once the spans are durable, or with a {@link RefusedException}. */
  CompletableFuture<ExportTraceServiceResponse> traces(ExportTraceServiceRequest request) {
    int sent = OtlpSpans.count(request);
    if (sent > mostSpans) {
      counters.rejected(sent);
      return CompletableFuture.failedFuture(RefusedException.tooMany(sent, mostSpans));
    }
    OtlpSpans spans = OtlpSpans.of(request, llm);
    int count = spans.spans().size();
    if (count == 0) {
      return CompletableFuture.completedFuture(response(spans.rejected()));
    }
    CompletableFuture<Void> stored =
        queue.submit(spans.spans(), request.getSerializedSize()).orElse(null);
    if (stored == null) {
      counters.refused(count);
      return CompletableFuture.failedFuture(RefusedException.full());
    }
    CompletableFuture<ExportTraceServiceResponse> response = new CompletableFuture<>();
    stored.whenComplete(
        (nothing, why) -> {
          if (why == null) {
            counters.stored(count);
            succeed(response, spans.rejected());
          } else {
            counters.refused(count);
            response.completeExceptionally(RefusedException.failed(why));
          }
        });
    return response;
  }

  private void succeed(CompletableFuture<ExportTraceServiceResponse> response, int rejected) {
    try {
      response.complete(response(rejected));
    } catch (Error e) {
      // Without an answer the sender would wait; what it sends again is left as it is.
      response.completeExceptionally(RefusedException.failed(e));
    }
  }

  private ExportTraceServiceResponse response(int rejected) {
    if (rejected == 0) {
      return ExportTraceServiceResponse.getDefaultInstance();
    }
    counters.rejected(rejected);
    return ExportTraceServiceResponse.newBuilder()
        .setPartialSuccess(
            ExportTracePartialSuccess.newBuilder()
                .setRejectedSpans(rejected)
                .setErrorMessage(
                    "UCD011: A trace id has 16 bytes, a span id 8, and not all of them are 0."))
        .build();
  }

  ExportMetricsServiceResponse metrics(ExportMetricsServiceRequest request) {
    int points =
        request.getResourceMetricsList().stream()
            .flatMap(resource -> resource.getScopeMetricsList().stream())
            .flatMap(scope -> scope.getMetricsList().stream())
            .mapToInt(SpanIntake::points)
            .sum();
    counters.dataPoints(points);
    return ExportMetricsServiceResponse.getDefaultInstance();
  }

  private static int points(Metric metric) {
    return metric.getGauge().getDataPointsCount()
        + metric.getSum().getDataPointsCount()
        + metric.getHistogram().getDataPointsCount()
        + metric.getExponentialHistogram().getDataPointsCount()
        + metric.getSummary().getDataPointsCount();
  }

  ExportLogsServiceResponse logs(ExportLogsServiceRequest request) {
    int records =
        request.getResourceLogsList().stream()
            .flatMap(resource -> resource.getScopeLogsList().stream())
            .mapToInt(scope -> scope.getLogRecordsCount())
            .sum();
    counters.logRecords(records);
    return ExportLogsServiceResponse.getDefaultInstance();
  }
}
