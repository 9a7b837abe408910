package dev.usercontext.dashboard.durability;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends spans and remembers which were acknowledged. */
final class Sender {
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  /** Ids of spans that must be there from now on. */
  Set<String> acknowledged() {
    return acknowledged;
  }

  /** So many that any test has seen what it waits for: 80 MB. */
  private static final int MOST = 200_000;

  /** Sends one batch after the other until that fails, and says how it failed. */
  StatusRuntimeException sendUntilFailure(ManagedChannel channel, long seed) {
    Random random = new Random(seed);
    TraceServiceGrpc.TraceServiceBlockingStub stub = TraceServiceGrpc.newBlockingStub(channel);
    while (acknowledged.size() < MOST) {
      ExportTraceServiceRequest request = batch(random);
      try {
        stub.export(request);
      } catch (StatusRuntimeException e) {
        return e;
      }
      remember(request);
    }
    throw new AssertionError("It never failed");
  }

  /** Sends one batch. */
  void send(ManagedChannel channel, long seed) {
    ExportTraceServiceRequest request = batch(new Random(seed));
    TraceServiceGrpc.newBlockingStub(channel).export(request);
    remember(request);
  }

  private void remember(ExportTraceServiceRequest request) {
    for (Span span : request.getResourceSpans(0).getScopeSpans(0).getSpansList()) {
      acknowledged.add(hex(span.getTraceId()) + hex(span.getSpanId()));
    }
  }

  private static String hex(ByteString id) {
    return java.util.HexFormat.of().formatHex(id.toByteArray());
  }

  private static ExportTraceServiceRequest batch(Random random) {
    ScopeSpans.Builder spans = ScopeSpans.newBuilder();
    for (int i = 0; i < 200; i++) {
      spans.addSpans(
          Span.newBuilder()
              .setTraceId(id(random, 16))
              .setSpanId(id(random, 8))
              .setName("work")
              .setStartTimeUnixNano(1_793_577_600_000_000_000L + random.nextInt(1_000_000_000))
              .addAttributes(
                  KeyValue.newBuilder()
                      .setKey("noise")
                      .setValue(AnyValue.newBuilder().setStringValue(hex(id(random, 64))))));
    }
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(ResourceSpans.newBuilder().addScopeSpans(spans))
        .build();
  }

  private static ByteString id(Random random, int bytes) {
    byte[] id = new byte[bytes];
    random.nextBytes(id);
    return ByteString.copyFrom(id);
  }
}
