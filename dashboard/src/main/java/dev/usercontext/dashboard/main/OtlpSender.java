package dev.usercontext.dashboard.main;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends OTLP JSON over HTTP, and waits where the receiver asks for it. */
final class OtlpSender {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);
  private static final int ATTEMPTS = 60;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final URI traces;
  private final @Nullable String token;
  private long sent;
  private long rejected;

  OtlpSender(URI to, @Nullable String token) {
    String base = to.toString();
    this.traces = URI.create((base.endsWith("/") ? base : base + "/") + "v1/traces");
    this.token = token;
  }

  long sent() {
    return sent;
  }

  long rejected() {
    return rejected;
  }

  long send(ObjectNode body, int spans) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(traces)
            .timeout(Duration.ofMinutes(1))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int attempt = 1; ; attempt++) {
      HttpResponse<String> answer = answer(request.build());
      if (answer.statusCode() == 200) {
        count(answer.body(), spans);
        return sent;
      }
      if (!RETRYABLE.contains(answer.statusCode()) || attempt == ATTEMPTS) {
        throw new ImportException(
            "UCD115: %s answered %d: %s. %,d spans were sent before; sending them again does no harm"
                .formatted(traces, answer.statusCode(), answer.body().strip(), sent));
      }
      Thread.sleep(pause(answer));
    }
  }

  private HttpResponse<String> answer(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw new ImportException(
          "UCD114: nothing answers at " + traces + ": start the dashboard, or say --to");
    }
  }

  private void count(String answer, int spans) throws IOException {
    long refused =
        answer.isBlank()
            ? 0
            : rejected(JSON.readTree(answer).path("partialSuccess").path("rejectedSpans"));
    rejected += refused;
    sent += spans - refused;
  }

  private static long rejected(JsonNode spans) {
    return spans.isTextual() ? Long.parseLong(spans.textValue()) : spans.asLong();
  }

  private static long pause(HttpResponse<String> answer) {
    String seconds = answer.headers().firstValue("Retry-After").orElse("1");
    return seconds.matches("[0-9]{1,2}") ? Math.max(100, Long.parseLong(seconds) * 1000) : 1000;
  }
}
