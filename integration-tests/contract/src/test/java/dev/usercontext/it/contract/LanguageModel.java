package dev.usercontext.it.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A language model that speaks the streaming protocol of OpenAI. Given tools, it asks for the first
 * one; given what that said, or no tools, it answers in pieces.
 */
public final class LanguageModel {

  private static final LanguageModel SHARED = new LanguageModel();

  private static final Pattern TOOLS = Pattern.compile("\"tools\"\\s*:");
  private static final Pattern TOOL_ANSWER = Pattern.compile("\"role\"\\s*:\\s*\"tool\"");

  private static final List<String> TOOL_CALL =
      List.of(
          """
          {"role":"assistant","tool_calls":[{"index":0,"id":"call-1","type":"function",\
          "function":{"name":"weather","arguments":""}}]}""",
          """
          {"tool_calls":[{"index":0,"function":{"arguments":"{}"}}]}""");

  private static final List<String> ANSWER =
      List.of(
          """
          {"role":"assistant","content":"hello"}""",
          """
          {"content":" from"}""",
          """
          {"content":" the model"}""");

  private final HttpServer server;

  private LanguageModel() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/v1/chat/completions", this::complete);
    server.start();
  }

  public static LanguageModel shared() {
    return SHARED;
  }

  /** The base URL of its API. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private void complete(HttpExchange exchange) throws IOException {
    try (exchange) {
      String question =
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean wantsTool = TOOLS.matcher(question).find() && !TOOL_ANSWER.matcher(question).find();
      exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      for (String delta : wantsTool ? TOOL_CALL : ANSWER) {
        send(out, chunk(delta, "null"));
      }
      send(out, chunk("{}", wantsTool ? "\"tool_calls\"" : "\"stop\""));
      send(out, "[DONE]");
    }
  }

  private static String chunk(String delta, String finishReason) {
    return """
        {"id":"1","object":"chat.completion.chunk","created":1,"model":"test",\
        "choices":[{"index":0,"delta":%s,"finish_reason":%s}]}"""
        .formatted(delta, finishReason);
  }

  private static void send(OutputStream out, String event) throws IOException {
    out.write(("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
