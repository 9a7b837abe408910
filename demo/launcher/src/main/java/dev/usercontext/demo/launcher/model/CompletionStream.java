package dev.usercontext.demo.launcher.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The same response in pieces, word by word, as {@code stream: true} asks for it: the last one says
 * why it ends. With {@code stream_options.include_usage}, one more has the tokens.
 */
final class CompletionStream {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode response;
  private final boolean withUsage;

  private CompletionStream(ObjectNode response, boolean withUsage) {
    this.response = response;
    this.withUsage = withUsage;
  }

  static boolean isAskedFor(JsonNode request) {
    return request.path("stream").asBoolean();
  }

  /**
   * @param response of the request, whole
   */
  static List<ObjectNode> of(JsonNode request, ObjectNode response) {
    boolean withUsage = request.path("stream_options").path("include_usage").asBoolean();
    return new CompletionStream(response, withUsage).chunks();
  }

  private List<ObjectNode> chunks() {
    JsonNode choice = response.path("choices").path(0);
    JsonNode message = choice.path("message");
    List<ObjectNode> chunks = new ArrayList<>();
    chunks.add(chunk(JSON.objectNode().put("role", "assistant"), null));
    for (String word : message.path("content").asText("").split("(?<= )")) {
      if (!word.isEmpty()) {
        chunks.add(chunk(JSON.objectNode().put("content", word), null));
      }
    }
    int index = 0;
    for (JsonNode call : message.path("tool_calls")) {
      ObjectNode delta = JSON.objectNode();
      delta.putArray("tool_calls").add(((ObjectNode) call.deepCopy()).put("index", index++));
      chunks.add(chunk(delta, null));
    }
    chunks.add(chunk(JSON.objectNode(), choice.path("finish_reason").asText()));
    if (withUsage) {
      ObjectNode last = empty();
      last.putArray("choices");
      last.set("usage", response.path("usage"));
      chunks.add(last);
    }
    return chunks;
  }

  private ObjectNode chunk(ObjectNode delta, String end) {
    ObjectNode chunk = empty();
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    choice.put("finish_reason", end);
    if (withUsage) {
      chunk.putNull("usage");
    }
    return chunk;
  }

  private ObjectNode empty() {
    ObjectNode chunk = JSON.objectNode();
    chunk.set("id", response.path("id"));
    chunk.put("object", "chat.completion.chunk");
    chunk.set("created", response.path("created"));
    chunk.set("model", response.path("model"));
    return chunk;
  }
}
