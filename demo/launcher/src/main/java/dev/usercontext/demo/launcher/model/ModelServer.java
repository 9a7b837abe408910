package dev.usercontext.demo.launcher.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Speaks OpenAI's chat completions, whole or streamed, on loopback. */
public final class ModelServer implements AutoCloseable {
  private final ObjectMapper json = new ObjectMapper();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "model");
            thread.setDaemon(true);
            return thread;
          });
  private final HttpServer server;

  private ModelServer(HttpServer server) {
    this.server = server;
  }

  /** On any free port. */
  public static ModelServer start() throws IOException {
    ModelServer model =
        new ModelServer(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    model.server.setExecutor(model.threads);
    model.server.createContext("/v1/chat/completions", model::complete);
    model.server.start();
    return model;
  }

  /** The base of its API. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private void complete(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = json.readTree(exchange.getRequestBody());
      Completion completion = Completion.of(request);
      think(completion.outputTokens());
      if (CompletionStream.isAskedFor(request)) {
        stream(exchange, CompletionStream.of(request, completion.toJson()));
        return;
      }
      byte[] answer = json.writeValueAsBytes(completion.toJson());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private void stream(HttpExchange exchange, List<ObjectNode> chunks) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream events = exchange.getResponseBody();
    for (ObjectNode chunk : chunks) {
      say(events, json.writeValueAsString(chunk));
    }
    say(events, "[DONE]");
  }

  private static void say(OutputStream events, String data) throws IOException {
    events.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    events.flush();
  }

  /** As long as it is to be seen in a waterfall. */
  private static void think(int tokens) {
    try {
      Thread.sleep(20 + Math.min(tokens, 200));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
