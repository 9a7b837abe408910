package dev.usercontext.it.contract;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The server that the application calls: it makes no spans, and remembers the headers it got. */
public final class Upstream {

  private static final Upstream SHARED = new Upstream();

  private static final int CLOSED_PORT = FreePort.find();

  private static final String LEAVING = "/leaving/";

  private final List<Headers> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch exports = new CountDownLatch(1);
  private final Map<String, CompletableFuture<HttpExchange>> leaving = new ConcurrentHashMap<>();
  private final HttpServer server;

  private Upstream() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    // What is before it names the request that calls.
    server.createContext("/", this::answer);
    server.start();
  }

  public static Upstream shared() {
    return SHARED;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Where nobody listens. */
  public String unreachableUrl() {
    return "http://127.0.0.1:" + CLOSED_PORT;
  }

  /** Where every call is accepted, and none answered. */
  public String silentUrl() {
    return url() + "/silent";
  }

  /** Waits for spans to be sent to where nobody answers; whether they were. */
  boolean awaitSilentExport(Duration patience) throws InterruptedException {
    return exports.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * An address below which the first call is answered once it is said who has left.
   *
   * @param caller of the application that calls
   */
  String leavingUrl(String caller) {
    leaving.put(caller, new CompletableFuture<>());
    return url() + LEAVING + caller;
  }

  /** Waits for the first call below the address of this caller. */
  void awaitCall(String caller, Duration patience) {
    leaving.get(caller).orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /** Answers that call. */
  void left(String caller) throws IOException {
    greet(leaving.remove(caller).join());
  }

  /** Everything that the headers of the requests since the last call said. */
  public List<String> heard() {
    List<String> heard = new ArrayList<>();
    received.forEach(
        headers ->
            headers.forEach(
                (name, values) -> values.forEach(value -> heard.add(name + ": " + value))));
    received.clear();
    return heard;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.contains("/silent")) {
      // Until the caller has had enough.
      if (path.contains("/silent/v1/")) {
        exports.countDown();
      }
      received.add(exchange.getRequestHeaders());
      return;
    }
    received.add(exchange.getRequestHeaders());
    CompletableFuture<HttpExchange> call = leaving.get(path.substring(path.lastIndexOf('/') + 1));
    if (call == null || !call.complete(exchange)) {
      greet(exchange);
    }
  }

  private static void greet(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] answer = "hello from upstream".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "text/plain");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
