package dev.usercontext.dashboard.store.opensearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.usercontext.dashboard.intake.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * TLS and a password before the nodes, as OpenSearch's security plugin has them, which Maven
 * Central did not have for this version.
 */
final class SecuredCluster implements AutoCloseable {
  static final String USER = "dashboards";
  private static final byte[] UNAUTHORIZED = "Unauthorized".getBytes(StandardCharsets.UTF_8);

  private final HttpClient nodes = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpsServer server;
  private volatile String password = "";

  SecuredCluster(TestCertificate certificate) throws Exception {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.serving()));
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The only one that is right from now on. */
  SecuredCluster password(String value) {
    password = value;
    return this;
  }

  String address() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  OpenSearchSettings settings(String secret, Path trust) {
    OpenSearchSettings plain = OpenSearchSettings.of(address()).withIndex("secured", 0);
    return new OpenSearchSettings(
        plain.hosts(),
        USER,
        secret,
        null,
        trust,
        plain.index(),
        plain.shards(),
        plain.replicas(),
        plain.activeCopies(),
        plain.timeout(),
        plain.userAttributePrefix());
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String both = USER + ":" + password;
    String right =
        "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    if (!right.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"OpenSearch Security\"");
      send(exchange, 401, UNAUTHORIZED);
      return;
    }
    try {
      HttpResponse<byte[]> answer =
          nodes.send(
              HttpRequest.newBuilder(
                      URI.create(Nodes.running().hosts()[0] + exchange.getRequestURI()))
                  .header("Content-Type", "application/json")
                  .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body))
                  .build(),
              BodyHandlers.ofByteArray());
      send(exchange, answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
