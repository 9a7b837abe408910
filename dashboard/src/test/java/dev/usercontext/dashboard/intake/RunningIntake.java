package dev.usercontext.dashboard.intake;

import dev.usercontext.dashboard.cost.LlmReader;
import dev.usercontext.dashboard.store.SpanStore;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Both servers on free ports before a store, without the rest of the application. */
public final class RunningIntake implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Vertx vertx = Vertx.vertx();
  final IntakeCounters counters = new IntakeCounters();
  private final OtlpServers servers;

  public RunningIntake(SpanStore store, int queueSpans, @Nullable String token) throws IOException {
    this(store, queueSpans, token, LlmReader.NONE);
  }

  public RunningIntake(SpanStore store, int queueSpans, @Nullable String token, LlmReader llm)
      throws IOException {
    this(store, new IntakeSettings("127.0.0.1", 0, 0, 1 << 20, token, null, null), queueSpans, llm);
  }

  RunningIntake(SpanStore store, IntakeSettings settings, int queueSpans, LlmReader llm)
      throws IOException {
    servers = new OtlpServers(vertx, settings, queueSpans, store, llm, counters);
  }

  public int grpcPort() {
    return servers.grpcPort();
  }

  public int httpPort() {
    return servers.httpPort();
  }

  int queued() {
    return servers.queued();
  }

  /** Posts to the HTTP port. */
  HttpResponse<byte[]> post(String path, String type, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort() + path))
            .header("Content-Type", type)
            .timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  @Override
  public void close() {
    servers.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
