package dev.usercontext.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Takes the spans of one variant and forgets them, but not whether they had a user. */
final class Traces implements AutoCloseable {

  private static final String USER = "user_id";

  private final HttpServer server;
  private volatile boolean haveUser;

  Traces() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (InputStream body = open(exchange)) {
      String spans = new String(body.readAllBytes(), StandardCharsets.ISO_8859_1);
      if (spans.contains(USER)) {
        haveUser = true;
      }
    }
    exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static InputStream open(HttpExchange exchange) throws IOException {
    boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    return packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Whether any of them has said of which user it is, as the library says it. */
  boolean haveUser() {
    return haveUser;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
