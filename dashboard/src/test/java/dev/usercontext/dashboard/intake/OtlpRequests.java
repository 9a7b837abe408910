package dev.usercontext.dashboard.intake;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;

/** What is sent to the intake by hand. */
final class OtlpRequests {
  static final String PROTOBUF = "application/x-protobuf";
  static final String JSON = "application/json";

  private OtlpRequests() {}

  static Span.Builder span(long id) {
    return Span.newBuilder()
        .setTraceId(ByteString.fromHex(String.format("%032x", id)))
        .setSpanId(ByteString.fromHex(String.format("%016x", id)))
        .setName("s" + id)
        .setStartTimeUnixNano(1_000_000 * id);
  }

  static ExportTraceServiceRequest request(Span... spans) {
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder()
                .addScopeSpans(ScopeSpans.newBuilder().addAllSpans(List.of(spans))))
        .build();
  }

  static ManagedChannel channel(RunningIntake intake) {
    return NettyChannelBuilder.forAddress("127.0.0.1", intake.grpcPort()).usePlaintext().build();
  }
}
