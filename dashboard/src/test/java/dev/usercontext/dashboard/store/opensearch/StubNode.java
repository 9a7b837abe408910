package dev.usercontext.dashboard.store.opensearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Answers as a node of a cluster does, whatever the test wants. */
final class StubNode implements AutoCloseable {
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  /** What is said to a request. */
  interface Answers {
    Answer to(String method, String path, String body);
  }

  /** A status and JSON, of which the second half may never come. */
  record Answer(int status, String json, boolean half) {
    Answer(int status, String json) {
      this(status, json, false);
    }

    static Answer ok(String json) {
      return new Answer(200, json);
    }

    /** What a node says that is lost in the midst of it. */
    static Answer half(String json) {
      return new Answer(200, json, true);
    }
  }

  final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch closing = new CountDownLatch(1);
  private final HttpServer server;
  private final String scheme;

  private StubNode(HttpServer server, String scheme, Answers answers) {
    this.server = server;
    this.scheme = scheme;
    server.createContext("/", exchange -> answer(exchange, answers));
    server.start();
  }

  static StubNode start(Answers answers) {
    try {
      return new StubNode(HttpServer.create(ANY_PORT, 0), "http", answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StubNode start(SSLContext tls, Answers answers) throws IOException {
    HttpsServer server = HttpsServer.create(ANY_PORT, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new StubNode(server, "https", answers);
  }

  private void answer(HttpExchange exchange, Answers answers) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().toString();
    requests.add(exchange.getRequestMethod() + " " + path);
    @Nullable String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    authorizations.add(String.valueOf(authorization));
    Answer answer = answers.to(exchange.getRequestMethod(), path, body);
    byte[] json = answer.json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status, json.length == 0 ? -1 : json.length);
    exchange.getResponseBody().write(json, 0, answer.half ? json.length / 2 : json.length);
    if (answer.half) {
      exchange.getResponseBody().flush();
      awaitClosing();
    }
    exchange.close();
  }

  private void awaitClosing() throws InterruptedIOException {
    try {
      closing.await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }

  String address() {
    return scheme + "://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
