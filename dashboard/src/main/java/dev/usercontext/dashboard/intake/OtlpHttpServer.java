package dev.usercontext.dashboard.intake;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** OTLP over HTTP: Protobuf and JSON, also gzipped. */
final class OtlpHttpServer implements AutoCloseable {
  private final IntakeSettings settings;
  private final SpanIntake intake;
  private final OtlpHttpReader reader;
  private final IntakeToken token;
  private final Vertx vertx;
  private final ByteBudget budget;
  private final HttpServer server;

  OtlpHttpServer(Vertx vertx, IntakeSettings settings, SpanIntake intake) {
    this.vertx = vertx;
    this.settings = settings;
    this.intake = intake;
    this.reader = new OtlpHttpReader(intake, settings.maxRequestBytes());
    this.budget = new ByteBudget(settings.maxWaitingBytes());
    this.token = new IntakeToken(settings.token());
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(settings.host())
            .setPort(settings.httpPort())
            .setTcpKeepAlive(true)
            // What comes in makes no spans: a dashboard that sends its own to itself would never
            // end.
            .setTracingPolicy(TracingPolicy.IGNORE);
    if (settings.certificate() != null && settings.key() != null) {
      options
          .setSsl(true)
          .setKeyCertOptions(
              new PemKeyCertOptions()
                  .setCertPath(settings.certificate().toString())
                  .setKeyPath(settings.key().toString()));
    }
    server =
        vertx
            .createHttpServer(options)
            .requestHandler(this::handle)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  private void handle(HttpServerRequest request) {
    String type = type(request);
    if (!token.admits(request.getHeader("Authorization"))) {
      OtlpHttpAnswer.error(401, "UCD012: The intake asks for its token.", 0).send(request, type);
    } else if (!request.path().matches("/v1/(traces|metrics|logs)")) {
      OtlpHttpAnswer.error(404, "Here are /v1/traces, /v1/metrics, /v1/logs.", 0)
          .send(request, type);
    } else if (request.method() != HttpMethod.POST) {
      OtlpHttpAnswer.error(405, "OTLP is sent with POST.", 0).send(request, type);
    } else if (!type.equals(OtlpHttpAnswer.PROTOBUF) && !type.equals(OtlpHttpAnswer.JSON)) {
      OtlpHttpAnswer.error(
              415, "OTLP is " + OtlpHttpAnswer.PROTOBUF + " or " + OtlpHttpAnswer.JSON + ".", 0)
          .send(request, OtlpHttpAnswer.JSON);
    } else {
      receive(request, type);
    }
  }

  private static String type(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private void receive(HttpServerRequest request, String type) {
    ByteBudget.Share share = budget.new Share();
    new OtlpHttpBody(vertx, settings, share, request)
        .receive(body -> work(request, type, body, share), answer -> answer.send(request, type));
  }

  /** Reading takes too long for the thread that serves the sockets. */
  private void work(HttpServerRequest request, String type, Buffer body, ByteBudget.Share share) {
    String path = request.path();
    String encoding = request.getHeader("Content-Encoding");
    vertx
        .<CompletableFuture<OtlpHttpAnswer>>executeBlocking(
            () -> {
              try {
                return reader.read(path, type, encoding, body.getBytes(), share);
              } catch (IOException | RuntimeException malformed) {
                intake.counters().malformed();
                return CompletableFuture.completedFuture(
                    OtlpHttpAnswer.error(
                        400, "UCD016: This is no OTLP: " + malformed.getMessage(), 0));
              }
            },
            false)
        // Out of memory, for instance: who sends it again later loses nothing.
        .otherwise(why -> CompletableFuture.failedFuture(RefusedException.failed(why)))
        .onSuccess(
            answers ->
                answers
                    .exceptionally(OtlpHttpAnswer::refused)
                    .thenAccept(
                        answer -> {
                          share.giveBack();
                          answer.send(request, type);
                        }));
  }
}
