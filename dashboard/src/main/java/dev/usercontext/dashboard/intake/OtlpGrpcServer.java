package dev.usercontext.dashboard.intake;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** OTLP over gRPC, also gzipped. */
final class OtlpGrpcServer implements AutoCloseable {
  private static final int CALLS_OF_A_CONNECTION = 64;

  private final Server server;
  private final ThreadPoolExecutor executor;

  OtlpGrpcServer(IntakeSettings settings, SpanIntake intake) throws IOException {
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    executor =
        new ThreadPoolExecutor(
            threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(10_000));
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(settings.host(), settings.grpcPort()))
            .executor(executor)
            .maxInboundMessageSize(settings.maxRequestBytes())
            .maxConcurrentCallsPerConnection(CALLS_OF_A_CONNECTION)
            .intercept(new Admission(new IntakeToken(settings.token())))
            .addService(new Traces(intake))
            .addService(new Metrics(intake))
            .addService(new Logs(intake));
    if (settings.certificate() != null && settings.key() != null) {
      secure(builder, settings.certificate(), settings.key());
    }
    server = builder.build().start();
  }

  private static void secure(NettyServerBuilder builder, Path certificate, Path key) {
    try {
      builder.useTransportSecurity(certificate.toFile(), key.toFile());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "UCD018: %s and %s are no certificate and its key in PEM: %s"
              .formatted(certificate, key, e.getMessage()),
          e);
    }
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.shutdown();
    try {
      if (!server.awaitTermination(5, TimeUnit.SECONDS)) {
        server.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      server.shutdownNow();
    }
    executor.shutdown();
  }

  /** Asks for the token, before the message is read. */
  private record Admission(IntakeToken token) implements ServerInterceptor {
    private static final Metadata.Key<String> AUTHORIZATION =
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    @Override
    public <Q, S> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, S> call, Metadata headers, ServerCallHandler<Q, S> next) {
      if (token.admits(headers.get(AUTHORIZATION))) {
        return next.startCall(call, headers);
      }
      call.close(
          Status.UNAUTHENTICATED.withDescription("UCD012: The intake asks for its token."),
          new Metadata());
      return new ServerCall.Listener<>() {};
    }
  }

  private static final class Traces extends TraceServiceGrpc.TraceServiceImplBase {
    private final SpanIntake intake;

    Traces(SpanIntake intake) {
      this.intake = intake;
    }

    @Override
    public void export(
        ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> response) {
      stored(request)
          .whenComplete(
              (done, why) -> {
                if (why == null) {
                  response.onNext(done);
                  response.onCompleted();
                } else {
                  response.onError(
                      why instanceof RefusedException refused
                          ? status(refused)
                          : Status.INTERNAL.withCause(why).asRuntimeException());
                }
              });
    }

    /** Out of memory, for instance: of itself, gRPC answers what no exporter sends again. */
    private CompletableFuture<ExportTraceServiceResponse> stored(
        ExportTraceServiceRequest request) {
      try {
        return intake.traces(request);
      } catch (Error why) {
        return CompletableFuture.failedFuture(RefusedException.failed(why));
      }
    }
  }

  private static StatusRuntimeException status(RefusedException refused) {
    com.google.rpc.Status.Builder status =
        com.google.rpc.Status.newBuilder()
            .setCode(refused.isTooMuch() ? Code.RESOURCE_EXHAUSTED_VALUE : Code.UNAVAILABLE_VALUE)
            .setMessage(refused.getMessage());
    if (refused.retrySeconds() > 0) {
      // Without it, an exporter takes RESOURCE_EXHAUSTED for good, and drops the spans.
      status.addDetails(
          Any.pack(
              RetryInfo.newBuilder()
                  .setRetryDelay(
                      com.google.protobuf.Duration.newBuilder().setSeconds(refused.retrySeconds()))
                  .build()));
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }

  private static final class Metrics extends MetricsServiceGrpc.MetricsServiceImplBase {
    private final SpanIntake intake;

    Metrics(SpanIntake intake) {
      this.intake = intake;
    }

    @Override
    public void export(
        ExportMetricsServiceRequest request,
        StreamObserver<ExportMetricsServiceResponse> response) {
      response.onNext(intake.metrics(request));
      response.onCompleted();
    }
  }

  private static final class Logs extends LogsServiceGrpc.LogsServiceImplBase {
    private final SpanIntake intake;

    Logs(SpanIntake intake) {
      this.intake = intake;
    }

    @Override
    public void export(
        ExportLogsServiceRequest request, StreamObserver<ExportLogsServiceResponse> response) {
      response.onNext(intake.logs(request));
      response.onCompleted();
    }
  }
}
