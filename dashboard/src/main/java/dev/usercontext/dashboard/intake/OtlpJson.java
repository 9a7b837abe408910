package dev.usercontext.dashboard.intake;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * OTLP's JSON, which is that of Protobuf but for the ids: they are hexadecimal. Read as Base64, as
 * Protobuf does, digits become other bytes, and come back as they were when written so again.
 */
final class OtlpJson {
  private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();

  private OtlpJson() {}

  static ExportTraceServiceRequest traces(String json) throws InvalidProtocolBufferException {
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    merge(json, request);
    for (ResourceSpans.Builder resource : request.getResourceSpansBuilderList()) {
      for (ScopeSpans.Builder scope : resource.getScopeSpansBuilderList()) {
        for (Span.Builder span : scope.getSpansBuilderList()) {
          span.setTraceId(id(span.getTraceId()));
          span.setSpanId(id(span.getSpanId()));
          span.setParentSpanId(id(span.getParentSpanId()));
        }
      }
    }
    return request.build();
  }

  static void merge(String json, Message.Builder message) throws InvalidProtocolBufferException {
    PARSER.merge(json, message);
  }

  static String write(Message message) throws InvalidProtocolBufferException {
    return JsonFormat.printer().omittingInsignificantWhitespace().print(message);
  }

  /** What is no id at all is left as it is, and rejected later, by itself. */
  private static ByteString id(ByteString readAsBase64) {
    String hex = Base64.getEncoder().encodeToString(readAsBase64.toByteArray());
    try {
      return ByteString.copyFrom(HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException notHexadecimal) {
      return readAsBase64;
    }
  }
}
