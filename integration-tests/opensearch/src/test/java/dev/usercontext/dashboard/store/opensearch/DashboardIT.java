package dev.usercontext.dashboard.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.dashboard.FreePort;
import dev.usercontext.dashboard.intake.TestCertificate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The packaged dashboard over a cluster with TLS and a password: from OTLP to its pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DashboardIT {
  private static final Path JAR =
      Path.of("..", "..", "dashboard", "target", "user-context-dashboard-runner.jar");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PASSWORD = "cluster-secret";

  private int otlp;
  private String pages;
  private TestCertificate certificate;
  private SecuredCluster cluster;
  private Process dashboard;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    certificate = new TestCertificate(folder);
    cluster = new SecuredCluster(certificate).password(PASSWORD);
    otlp = FreePort.find();
    int port = FreePort.find();
    pages = "http://127.0.0.1:" + port;
    dashboard = dashboard(port);
    BufferedReader log =
        new BufferedReader(
            new InputStreamReader(dashboard.getInputStream(), StandardCharsets.UTF_8));
    List<String> said = new ArrayList<>();
    String line = log.readLine();
    while (line != null && !line.contains("Listening on")) {
      said.add(line);
      line = log.readLine();
    }
    assertThat(line).as("%s", said).isNotNull();
    // Else it would wait for somebody to read what it says.
    Thread rest = new Thread(() -> log.lines().forEach(said::add), "dashboard-log");
    rest.setDaemon(true);
    rest.start();
  }

  @AfterAll
  void stop() throws InterruptedException {
    dashboard.destroy();
    dashboard.waitFor();
    cluster.close();
  }

  @BeforeEach
  void asItShouldBe() {
    cluster.password(PASSWORD);
  }

  private Process dashboard(int port) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("test.jvm").split(" ")));
    command.addAll(
        List.of(
            "-Xmx256m",
            "-Dquarkus.http.port=" + port,
            "-Ddashboard.otlp.grpc-port=0",
            "-Ddashboard.otlp.http-port=" + otlp,
            "-Ddashboard.store.engine=opensearch",
            "-Ddashboard.opensearch.hosts=" + cluster.address(),
            "-Ddashboard.opensearch.username=" + SecuredCluster.USER,
            "-Ddashboard.opensearch.password=" + PASSWORD,
            "-Ddashboard.opensearch.trust=" + certificate.certificate(),
            "-Ddashboard.opensearch.index=dashboard",
            "-jar",
            JAR.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  @Test
  void spansGoFromOtlpThroughTheClusterToThePages() throws Exception {
    HttpResponse<String> taken = send(1, "ada-of-the-cluster");
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);

    assertThat(get("/api/v1/users?range=1h")).contains("ada-of-the-cluster");
    assertThat(get("/users?range=1h")).contains("ada-of-the-cluster");
    assertThat(get("/q/health/ready")).contains("opensearch");
    for (String view : List.of("audit", "cost", "network", "search", "coverage", "about")) {
      assertThat(get("/" + view)).as(view).contains("</html>");
    }
  }

  @Test
  void aPasswordThatHoldsNoMoreLosesNothing() throws Exception {
    cluster.password("another");

    HttpResponse<String> refused = send(2, "grace-who-tries-again");

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(refused.body()).contains("UCD009").doesNotContain(PASSWORD);
    HttpResponse<String> users = ask("/api/v1/users?range=1h");
    assertThat(users.statusCode()).isGreaterThanOrEqualTo(500);
    assertThat(users.body()).contains("UCD009");
    assertThat(ask("/q/health/ready").statusCode()).isEqualTo(503);

    cluster.password(PASSWORD);
    // As the exporter does, after those five seconds.
    assertThat(send(2, "grace-who-tries-again").statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/users?range=1h")).contains("grace-who-tries-again");
  }

  @Test
  void aWrongPasswordIsSaidAtTheStart() {
    assertThatThrownBy(() -> open("wrong-secret", certificate.certificate()))
        .hasMessageStartingWith("UCD009")
        .hasMessageContaining("dashboard.opensearch.username")
        .hasMessageNotContaining("wrong-secret");
  }

  @Test
  void aCertificateThatIsNotTrustedIsSaidAtTheStart(@TempDir Path folder) throws Exception {
    Path another = new TestCertificate(Files.createDirectory(folder.resolve("a"))).certificate();

    for (Path trust : new Path[] {another, null}) {
      assertThatThrownBy(() -> open(PASSWORD, trust))
          .as("%s", trust)
          .hasMessageStartingWith("UCD009")
          .hasMessageContaining("dashboard.opensearch.trust");
    }
  }

  private void open(String password, Path trust) {
    OpenSearchStore.open(cluster.settings(password, trust), System::currentTimeMillis).close();
  }

  private HttpResponse<String> send(int number, String user)
      throws IOException, InterruptedException {
    String now = Instant.now().getEpochSecond() + "000000000";
    String span =
        """
        {"resourceSpans":[{"resource":{"attributes":[
          {"key":"service.name","value":{"stringValue":"chat"}}]},
          "scopeSpans":[{"spans":[{"traceId":"0af7651916cd43dd8448eb211c80319c",
            "spanId":"b7ad6b716920333%s","name":"chat","kind":2,
            "startTimeUnixNano":"%s","endTimeUnixNano":"%s","attributes":[
            {"key":"user_id","value":{"stringValue":"%s"}}]}]}]}]}
        """
            .formatted(number, now, now, user);
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + otlp + "/v1/traces"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(span))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(pages + path)).build(), BodyHandlers.ofString());
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = ask(path);
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
    return answer.body();
  }
}
