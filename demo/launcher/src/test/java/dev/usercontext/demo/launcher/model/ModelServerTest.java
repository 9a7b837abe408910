package dev.usercontext.demo.launcher.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A streamed answer is the whole one, in the pieces that clients of OpenAI know. */
class ModelServerTest {
  private static final String HELLO =
      """
      {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "hello"}]%s}
      """;
  private static final String REFUND =
      """
      {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "a refund of 4711"}],
       "tools": [{"type": "function", "function": {"name": "refund",
         "description": "Use it for: refund.", "parameters": {"properties": {"order": {}}}}}]%s}
      """;
  private static final String STREAM = ", \"stream\": true";
  private static final String WITH_USAGE =
      STREAM + ", \"stream_options\": {\"include_usage\": true}";

  private final ObjectMapper json = new ObjectMapper();
  private ModelServer model;

  @BeforeEach
  void start() throws IOException {
    model = ModelServer.start();
  }

  @AfterEach
  void stop() {
    model.close();
  }

  @Test
  void theWordsComeOneByOne() throws Exception {
    List<JsonNode> chunks = streamed(HELLO.formatted(STREAM));

    assertThat(chunks).hasSizeGreaterThan(5).allMatch(chunk -> !chunk.has("usage"));
    assertThat(chunks)
        .extracting(chunk -> chunk.path("object").asText())
        .containsOnly("chat.completion.chunk");
    assertThat(delta(chunks.get(0)).path("role").asText()).isEqualTo("assistant");
    assertThat(
            chunks.stream()
                .map(c -> delta(c).path("content").asText(""))
                .collect(Collectors.joining()))
        .isEqualTo(whole(HELLO).at("/choices/0/message/content").asText());
    assertThat(chunks.get(chunks.size() - 1).at("/choices/0/finish_reason").asText())
        .isEqualTo("stop");
  }

  @Test
  void theTokensComeLastIfAskedFor() throws Exception {
    List<JsonNode> chunks = streamed(HELLO.formatted(WITH_USAGE));

    JsonNode last = chunks.remove(chunks.size() - 1);
    assertThat(last.path("choices")).isEmpty();
    assertThat(last.path("usage")).isEqualTo(whole(HELLO).path("usage"));
    assertThat(chunks).allMatch(chunk -> chunk.path("usage").isNull());
  }

  @Test
  void aToolIsCalled() throws Exception {
    List<JsonNode> chunks = streamed(REFUND.formatted(STREAM));

    JsonNode call = delta(chunks.get(1)).at("/tool_calls/0");
    JsonNode expected = whole(REFUND).at("/choices/0/message/tool_calls/0");
    assertThat(call.path("index").asInt(-1)).isZero();
    assertThat(call.path("id")).isEqualTo(expected.path("id"));
    assertThat(call.path("function")).isEqualTo(expected.path("function"));
    assertThat(chunks.get(chunks.size() - 1).at("/choices/0/finish_reason").asText())
        .isEqualTo("tool_calls");
  }

  private static JsonNode delta(JsonNode chunk) {
    return chunk.at("/choices/0/delta");
  }

  private JsonNode whole(String request) throws Exception {
    return json.readTree(post(request.formatted("")).body());
  }

  /** What is said before the end is. */
  private List<JsonNode> streamed(String request) throws Exception {
    HttpResponse<String> response = post(request);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    List<JsonNode> chunks = new ArrayList<>();
    List<String> events = List.of(response.body().split("\n\n"));
    assertThat(events).last().isEqualTo("data: [DONE]");
    for (String event : events.subList(0, events.size() - 1)) {
      assertThat(event).startsWith("data: ");
      chunks.add(json.readTree(event.substring("data: ".length())));
    }
    return chunks;
  }

  private HttpResponse<String> post(String request) throws Exception {
    URI address = URI.create(model.url() + "/chat/completions");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(request)).build(),
            BodyHandlers.ofString());
  }
}
