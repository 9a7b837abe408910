package dev.usercontext.dashboard.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packaged dashboard over the cluster: from OTLP to its pages. */
final class DashboardIT {
  private static final Path JAR =
      Path.of("..", "..", "dashboard", "target", "user-context-dashboard-runner.jar");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void spansGoFromOtlpThroughTheClusterToThePages() throws Exception {
    int otlp = freePort();
    int pages = freePort();
    Process dashboard = start(otlp, pages);
    try (BufferedReader log =
        new BufferedReader(
            new InputStreamReader(dashboard.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> said = new ArrayList<>();
      String line = log.readLine();
      while (line != null && !line.contains("Listening on")) {
        said.add(line);
        line = log.readLine();
      }
      assertThat(line).as("%s", said).isNotNull();

      HttpResponse<String> taken = send(otlp);
      assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);

      String page = "http://127.0.0.1:" + pages;
      assertThat(get(page + "/api/v1/users?range=1h")).contains("ada-of-the-cluster");
      assertThat(get(page + "/users?range=1h")).contains("ada-of-the-cluster");
      assertThat(get(page + "/q/health/ready")).contains("opensearch");
      for (String view : List.of("audit", "cost", "network", "search", "coverage", "about")) {
        assertThat(get(page + "/" + view)).as(view).contains("</html>");
      }
    } finally {
      dashboard.destroy();
      dashboard.waitFor();
    }
  }

  private static Process start(int otlp, int pages) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-Dquarkus.http.port=" + pages,
            "-Ddashboard.otlp.grpc-port=0",
            "-Ddashboard.otlp.http-port=" + otlp,
            "-Ddashboard.store.engine=opensearch",
            "-Ddashboard.opensearch.hosts=" + String.join(",", Nodes.running().hosts()),
            "-Ddashboard.opensearch.index=dashboard",
            "-jar",
            JAR.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static HttpResponse<String> send(int port) throws IOException, InterruptedException {
    String now = Instant.now().getEpochSecond() + "000000000";
    String span =
        """
        {"resourceSpans":[{"resource":{"attributes":[
          {"key":"service.name","value":{"stringValue":"chat"}}]},
          "scopeSpans":[{"spans":[{"traceId":"0af7651916cd43dd8448eb211c80319c",
            "spanId":"b7ad6b7169203331","name":"chat","kind":2,
            "startTimeUnixNano":"%s","endTimeUnixNano":"%s","attributes":[
            {"key":"user_id","value":{"stringValue":"ada-of-the-cluster"}}]}]}]}]}
        """
            .formatted(now, now);
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/traces"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(span))
            .build(),
        BodyHandlers.ofString());
  }

  private static String get(String address) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as("%s: %s", address, answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
