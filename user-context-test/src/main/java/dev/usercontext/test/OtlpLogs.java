package dev.usercontext.test;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.util.HexFormat;
import java.util.List;

/** Reads the log records of OTLP. */
final class OtlpLogs {

  private OtlpLogs() {}

  static List<ReceivedLogRecord> received(ExportLogsServiceRequest request) {
    return request.getResourceLogsList().stream()
        .flatMap(resource -> resource.getScopeLogsList().stream())
        .flatMap(scope -> scope.getLogRecordsList().stream())
        .map(OtlpLogs::received)
        .toList();
  }

  private static ReceivedLogRecord received(LogRecord log) {
    return new ReceivedLogRecord(
        String.valueOf(OtlpSpans.value(log.getBody())),
        HexFormat.of().formatHex(log.getTraceId().toByteArray()),
        OtlpSpans.attributes(log.getAttributesList()));
  }
}
