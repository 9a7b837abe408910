package dev.usercontext.demo.launcher.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the model says to a request. It calls each tool whose description says "Use it for:" a word
 * of the question, once, in their order, and then repeats what they said. Four characters are a
 * token.
 */
final class Completion {
  private static final Pattern USES = Pattern.compile("Use it for: ([^.]*)");
  private static final Pattern ORDER = Pattern.compile("\\b\\d{4}\\b");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String model;
  private final int inputTokens;
  private final ObjectNode message;

  private Completion(String model, int inputTokens, ObjectNode message) {
    this.model = model;
    this.inputTokens = inputTokens;
    this.message = message;
  }

  static Completion of(JsonNode request) {
    int size =
        request.path("messages").toString().length() + request.path("tools").toString().length();
    return new Completion(request.path("model").asText("none"), size / 4, message(request));
  }

  private static ObjectNode message(JsonNode request) {
    String question = "";
    List<String> results = new ArrayList<>();
    Set<String> called = new HashSet<>();
    for (JsonNode said : request.path("messages")) {
      switch (said.path("role").asText()) {
        case "user" -> question = said.path("content").asText();
        case "tool" -> results.add(said.path("content").asText());
        default ->
            said.path("tool_calls")
                .forEach(call -> called.add(call.path("function").path("name").asText()));
      }
    }
    for (JsonNode tool : request.path("tools")) {
      JsonNode function = tool.path("function");
      if (!called.contains(function.path("name").asText()) && fits(function, question)) {
        return call(function, question);
      }
    }
    return JSON.objectNode().put("role", "assistant").put("content", answer(results));
  }

  private static boolean fits(JsonNode function, String question) {
    Matcher uses = USES.matcher(function.path("description").asText());
    if (!uses.find()) {
      return false;
    }
    String asked = question.toLowerCase(Locale.ROOT);
    for (String word : uses.group(1).split(", ")) {
      if (asked.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static ObjectNode call(JsonNode function, String question) {
    String name = function.path("name").asText();
    ObjectNode arguments = JSON.objectNode();
    function
        .path("parameters")
        .path("properties")
        .fieldNames()
        .forEachRemaining(key -> arguments.put(key, argument(key, question)));
    ObjectNode message = JSON.objectNode().put("role", "assistant");
    message.putNull("content");
    ObjectNode call =
        message
            .putArray("tool_calls")
            .addObject()
            .put("id", "call-" + name)
            .put("type", "function");
    call.putObject("function").put("name", name).put("arguments", arguments.toString());
    return message;
  }

  private static String argument(String key, String question) {
    Matcher order = ORDER.matcher(question);
    return key.equals("order") ? (order.find() ? order.group() : "1001") : question;
  }

  private static String answer(List<String> results) {
    return results.isEmpty()
        ? "I can say where an order is, what may be returned, and start a refund."
        : String.join(" ", results);
  }

  int outputTokens() {
    return Math.max(1, message.toString().length() / 4);
  }

  /** The response. */
  ObjectNode toJson() {
    ObjectNode response =
        JSON.objectNode()
            .put("id", "chatcmpl-demo")
            .put("object", "chat.completion")
            .put("created", 1)
            .put("model", model);
    ArrayNode choices = response.putArray("choices");
    ObjectNode choice = choices.addObject().put("index", 0);
    choice.set("message", message);
    choice.put("finish_reason", message.has("tool_calls") ? "tool_calls" : "stop");
    response
        .putObject("usage")
        .put("prompt_tokens", inputTokens)
        .put("completion_tokens", outputTokens())
        .put("total_tokens", inputTokens + outputTokens());
    return response;
  }
}
