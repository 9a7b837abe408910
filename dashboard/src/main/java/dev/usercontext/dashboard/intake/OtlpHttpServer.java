package dev.usercontext.dashboard.intake;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** OTLP over HTTP: Protobuf and JSON, also gzipped. */
final class OtlpHttpServer implements AutoCloseable {
  private static final String PROTOBUF = "application/x-protobuf";
  private static final String JSON = "application/json";

  /** Bytes of requests, unpacked, that are worked on at once; more are refused. */
  private static final long IN_FLIGHT = 64L << 20;

  private final IntakeSettings settings;
  private final SpanIntake intake;
  private final IntakeToken token;
  private final Vertx vertx;
  private final AtomicLong inFlight = new AtomicLong();
  private final HttpServer server;

  OtlpHttpServer(Vertx vertx, IntakeSettings settings, SpanIntake intake) {
    this.vertx = vertx;
    this.settings = settings;
    this.intake = intake;
    this.token = new IntakeToken(settings.token());
    HttpServerOptions options =
        new HttpServerOptions().setHost(settings.host()).setPort(settings.httpPort());
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

  /** What is answered: a message, or an error. */
  private record Answer(int status, Message body, int retrySeconds) {
    static Answer ok(Message body) {
      return new Answer(200, body, 0);
    }

    static Answer error(int status, String message, int retrySeconds) {
      return new Answer(
          status, com.google.rpc.Status.newBuilder().setMessage(message).build(), retrySeconds);
    }
  }

  private void handle(HttpServerRequest request) {
    String type = type(request);
    if (!token.admits(request.getHeader("Authorization"))) {
      answer(request, type, Answer.error(401, "UCD012: The intake asks for its token.", 0));
    } else if (!request.path().matches("/v1/(traces|metrics|logs)")) {
      answer(request, type, Answer.error(404, "Here are /v1/traces, /v1/metrics, /v1/logs.", 0));
    } else if (request.method() != HttpMethod.POST) {
      answer(request, type, Answer.error(405, "OTLP is sent with POST.", 0));
    } else if (!type.equals(PROTOBUF) && !type.equals(JSON)) {
      answer(request, JSON, Answer.error(415, "OTLP is " + PROTOBUF + " or " + JSON + ".", 0));
    } else {
      receive(request, type);
    }
  }

  private static String type(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private void receive(HttpServerRequest request, String type) {
    Buffer body = Buffer.buffer();
    boolean[] refused = {false};
    request.handler(
        part -> {
          if (refused[0]) {
            return;
          }
          long waiting = inFlight.addAndGet(part.length());
          body.appendBuffer(part);
          if (body.length() > settings.maxRequestBytes() || waiting > IN_FLIGHT) {
            refused[0] = true;
            inFlight.addAndGet(-body.length());
            answer(
                request,
                type,
                waiting > IN_FLIGHT
                    ? Answer.error(429, RefusedException.full().getMessage(), 1)
                    : tooLarge());
          }
        });
    request.exceptionHandler(
        gone -> {
          if (!refused[0]) {
            refused[0] = true;
            inFlight.addAndGet(-body.length());
          }
        });
    request.endHandler(
        end -> {
          if (!refused[0]) {
            work(request, type, body);
          }
        });
  }

  private Answer tooLarge() {
    return Answer.error(
        413,
        "UCD015: A request has at most "
            + settings.maxRequestBytes()
            + " bytes, unpacked. Send smaller batches.",
        0);
  }

  /** Reading takes too long for the thread that serves the sockets. */
  private void work(HttpServerRequest request, String type, Buffer body) {
    String path = request.path();
    String encoding = request.getHeader("Content-Encoding");
    vertx
        .<CompletableFuture<Answer>>executeBlocking(
            () -> {
              try {
                return read(path, type, encoding, body);
              } catch (IOException | RuntimeException malformed) {
                intake.counters().malformed();
                return CompletableFuture.completedFuture(
                    Answer.error(400, "UCD016: This is no OTLP: " + malformed.getMessage(), 0));
              }
            },
            false)
        .onComplete(
            answers ->
                answers
                    .result()
                    .exceptionally(OtlpHttpServer::refused)
                    .thenAccept(
                        answer -> {
                          inFlight.addAndGet(-body.length());
                          answer(request, type, answer);
                        }));
  }

  private static Answer refused(Throwable why) {
    Throwable cause = why instanceof CompletionException ? why.getCause() : why;
    return cause instanceof RefusedException refused
        ? Answer.error(
            refused.isFull() ? 429 : 503,
            String.valueOf(refused.getMessage()),
            refused.retrySeconds())
        : Answer.error(500, String.valueOf(cause), 0);
  }

  private CompletableFuture<Answer> read(
      String path, String type, @Nullable String encoding, Buffer body) throws IOException {
    byte[] bytes = body.getBytes();
    if (encoding != null && encoding.equalsIgnoreCase("gzip")) {
      try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        bytes = unpacked.readNBytes(settings.maxRequestBytes() + 1);
      }
      if (bytes.length > settings.maxRequestBytes()) {
        return CompletableFuture.completedFuture(tooLarge());
      }
    } else if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      return CompletableFuture.completedFuture(
          Answer.error(415, "OTLP is packed with gzip, or not at all.", 0));
    }
    boolean json = type.equals(JSON);
    switch (path) {
      case "/v1/traces" -> {
        ExportTraceServiceRequest request =
            json ? OtlpJson.traces(text(bytes)) : ExportTraceServiceRequest.parseFrom(bytes);
        return intake.traces(request).thenApply(Answer::ok);
      }
      case "/v1/metrics" -> {
        ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
        merge(bytes, json, request);
        return CompletableFuture.completedFuture(Answer.ok(intake.metrics(request.build())));
      }
      default -> {
        ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
        merge(bytes, json, request);
        return CompletableFuture.completedFuture(Answer.ok(intake.logs(request.build())));
      }
    }
  }

  private static void merge(byte[] bytes, boolean json, Message.Builder request)
      throws InvalidProtocolBufferException {
    if (json) {
      OtlpJson.merge(text(bytes), request);
    } else {
      request.mergeFrom(bytes);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** In the form that was sent. */
  private static void answer(HttpServerRequest request, String type, Answer answer) {
    boolean protobuf = type.equals(PROTOBUF);
    request.response().setStatusCode(answer.status);
    request.response().putHeader("Content-Type", protobuf ? PROTOBUF : JSON);
    if (answer.retrySeconds > 0) {
      request.response().putHeader("Retry-After", String.valueOf(answer.retrySeconds));
    }
    try {
      request
          .response()
          .end(
              protobuf
                  ? Buffer.buffer(answer.body.toByteArray())
                  : Buffer.buffer(OtlpJson.write(answer.body)));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
