package dev.usercontext.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.usercontext.dashboard.FreePort;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard's own spans, sent to the worst of all places: itself. */
final class TracingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  private JsonNode ask(RunningDashboard dashboard, String user, String path) throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString((user + ':' + user + "-secret").getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(dashboard.url() + path))
                .header("Authorization", "Basic " + basic)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void itsSpansSayWhoLookedAndExportsMakeNone(String protocol) throws Exception {
    int port = FreePort.find();
    String intake = protocol.equals("grpc") ? "grpc-port" : "http-port";
    try (RunningDashboard dashboard =
        RunningDashboard.start(
            folder.resolve("spans"),
            "-Ddashboard.security.viewer-password=viewer-secret",
            "-Ddashboard.security.admin-password=admin-secret",
            "-Ddashboard.otlp." + intake + "=" + port,
            "-Dotel.sdk.disabled=false",
            "-Dquarkus.otel.bsp.schedule.delay=50ms",
            "-Dotel.exporter.otlp.protocol=" + protocol,
            "-Dotel.exporter.otlp.endpoint=http://127.0.0.1:" + port)) {
      ask(dashboard, "viewer", "/api/v1/totals?range=1h");
      await().atMost(PATIENCE).until(() -> spans(dashboard, "viewer").contains("totals"));
      // By now, exports have been made; and after these spans of admin there were some more.
      ask(dashboard, "admin", "/api/v1/coverage?range=1h");
      await().atMost(PATIENCE).until(() -> spans(dashboard, "admin").contains("coverage"));

      assertThat(spans(dashboard, "admin")).doesNotContain("totals");
      JsonNode all = ask(dashboard, "admin", "/api/v1/spans?range=1h&limit=1000").path("spans");
      assertThat(all)
          .isNotEmpty()
          .allSatisfy(
              span -> {
                assertThat(span.path("service").asText()).isEqualTo("user-context-dashboard");
                assertThat(span.path("kind").asText()).isEqualTo("SERVER");
                assertThat(span.path("name").asText()).contains("/api/v1/");
                assertThat(span.path("user").path("id").asText()).isIn("viewer", "admin");
              });
    }
  }

  /** The last words of the names of the spans that somebody has made. */
  private List<String> spans(RunningDashboard dashboard, String user) throws Exception {
    List<String> names = new ArrayList<>();
    ask(dashboard, "admin", "/api/v1/spans?range=1h&limit=1000&user=" + user)
        .path("spans")
        .forEach(span -> names.add(span.path("name").asText().replaceAll(".*/", "")));
    return names;
  }
}
