package dev.usercontext.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Takes the spans of all servers and forgets them, but not whether they had a user. */
final class Traces implements AutoCloseable {

  private static final String USER = "user_id";

  private final HttpServer server;
  private final Map<String, Boolean> users = new ConcurrentHashMap<>();

  Traces() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (InputStream body = exchange.getRequestBody()) {
      String spans = new String(body.readAllBytes(), StandardCharsets.ISO_8859_1);
      String variant = exchange.getRequestURI().getPath().split("/")[1];
      users.merge(variant, spans.contains(USER), Boolean::logicalOr);
    }
    exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** Where the spans of this variant go. */
  String url(Variant variant) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + variant;
  }

  /** Whether spans of this variant have said of which user they are, as the library says it. */
  boolean haveUser(Variant variant) {
    return users.getOrDefault(variant.name(), false);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
