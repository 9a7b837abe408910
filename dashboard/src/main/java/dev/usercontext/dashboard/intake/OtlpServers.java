package dev.usercontext.dashboard.intake;

import dev.usercontext.dashboard.cost.LlmReader;
import dev.usercontext.dashboard.store.GroupCommit;
import dev.usercontext.dashboard.store.SpanStore;
import io.vertx.core.Vertx;
import java.io.IOException;

/** Both of OTLP's ports before a store, and the queue between them. */
public final class OtlpServers implements AutoCloseable {
  private final GroupCommit queue;
  private final OtlpGrpcServer grpc;
  private final OtlpHttpServer http;

  /** Listens. Throws if it can't. */
  public OtlpServers(
      Vertx vertx,
      IntakeSettings settings,
      int queueSpans,
      SpanStore store,
      LlmReader llm,
      IntakeCounters counters)
      throws IOException {
    queue = new GroupCommit(store, queueSpans, settings.maxWaitingBytes());
    SpanIntake intake = new SpanIntake(queue, queueSpans, llm, counters);
    grpc = new OtlpGrpcServer(settings, intake);
    try {
      http = new OtlpHttpServer(vertx, settings, intake);
    } catch (RuntimeException e) {
      grpc.close();
      throw e;
    }
  }

  public int grpcPort() {
    return grpc.port();
  }

  public int httpPort() {
    return http.port();
  }

  /** Spans that wait to be stored. */
  public int queued() {
    return queue.queued();
  }

  /** Takes no more, and waits until what waits is stored. */
  @Override
  public void close() {
    grpc.close();
    http.close();
    queue.close();
  }
}
