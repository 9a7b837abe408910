package dev.usercontext.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged launcher in a process of its own, on free ports. */
final class RunningDemo implements AutoCloseable {
  private static final Path JAR = Path.of("target", "user-context-demo.jar").toAbsolutePath();
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
  private static final Path JAVA = Path.of(System.getProperty("java.home"));
  private static final List<String> FREE_PORTS =
      List.of("--port", "0", "--dashboard-port", "0", "--otlp-port", "0");
  // Who has been started in the background would not hear Ctrl-C.
  private static final List<String> TERMINAL = List.of("setsid", "env", "--default-signal=INT");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Process process;
  private final Path output;
  private List<ProcessHandle> children = List.of();
  private List<Integer> ports = List.of();

  private RunningDemo(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it and waits until it has said where it is, or has ended. */
  static RunningDemo start(String... flags) throws IOException {
    Path output = Files.createTempFile(Path.of("target"), "demo", ".txt");
    List<String> command = new ArrayList<>();
    command.add(JAVA.resolve("bin").resolve("java").toString());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(flags));
    return start(output, command);
  }

  /**
   * Starts it as README.md says, on free ports: by its script, in a process group of its own, as a
   * terminal does. What this build has built is not built again.
   */
  static RunningDemo startByScript() throws IOException {
    Path output = Files.createTempFile(Path.of("target"), "demo", ".txt");
    List<String> command = new ArrayList<>(TERMINAL);
    command.addAll(List.of("sh", Path.of("..", "run").toString()));
    command.addAll(FREE_PORTS);
    try (BuiltStamp built = BuiltStamp.now()) {
      return start(output, command).assertAllRuns();
    }
  }

  private static RunningDemo start(Path output, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", JAVA.toString());
    Process process = builder.start();
    RunningDemo demo = new RunningDemo(process, output);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> !process.isAlive() || demo.said().contains("Ctrl-C"));
    demo.children = process.descendants().toList();
    demo.ports =
        ADDRESS.matcher(demo.said()).results().map(at -> Integer.valueOf(at.group(1))).toList();
    return demo;
  }

  /** On ports that nobody else knows, so that nobody else's spans come. */
  static RunningDemo startOnFreePorts(String... flags) throws IOException {
    List<String> all = new ArrayList<>(List.of(flags));
    all.addAll(FREE_PORTS);
    return start(all.toArray(String[]::new)).assertAllRuns();
  }

  private RunningDemo assertAllRuns() throws IOException {
    assertThat(process.isAlive()).as(said()).isTrue();
    assertThat(children).as("the dashboard and the application").hasSize(2);
    assertThat(ports).hasSize(3);
    return this;
  }

  String said() throws IOException {
    return Files.readString(output);
  }

  String dashboard() throws IOException {
    return address("Dashboard");
  }

  String helpDesk() throws IOException {
    return address("Help desk");
  }

  private String address(String name) throws IOException {
    Matcher matcher = Pattern.compile(name + " +(http://[0-9.:]+)").matcher(said());
    assertThat(matcher.find()).as(said()).isTrue();
    return matcher.group(1);
  }

  /** One answer of the help desk. */
  String chat(DemoUser user, String question) throws IOException, InterruptedException {
    HttpResponse<String> response =
        post(user, "/chat", HttpRequest.BodyPublishers.ofString(question));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  /** A job, which is not done yet when this returns. */
  void orderReport(DemoUser user) throws IOException, InterruptedException {
    HttpResponse<String> response = post(user, "/report", HttpRequest.BodyPublishers.noBody());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
  }

  private HttpResponse<String> post(DemoUser user, String path, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(helpDesk() + path))
            .header("Authorization", user.basic())
            .header("Content-Type", "text/plain")
            .POST(body)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** What the dashboard's API says of all time. */
  JsonNode api(String path) throws IOException, InterruptedException {
    String uri = dashboard() + "/api/v1" + path + (path.contains("?") ? "&" : "?") + "range=all";
    return json.readTree(
        client
            .send(
                HttpRequest.newBuilder(URI.create(uri)).build(),
                HttpResponse.BodyHandlers.ofString())
            .body());
  }

  /** Ctrl-C: every process of the group hears it. */
  void interrupt() throws IOException, InterruptedException {
    String group = "-" + process.pid();
    assertThat(new ProcessBuilder("kill", "-INT", "--", group).inheritIO().start().waitFor())
        .isZero();
  }

  /** Ends the launcher as nobody should. */
  void kill() {
    process.destroyForcibly();
  }

  /** Ends one of the servers, as a crash does. */
  void crash(String part) {
    ProcessHandle child =
        children.stream()
            .filter(each -> each.info().commandLine().orElse("").contains(part))
            .findFirst()
            .orElseThrow();
    child.destroyForcibly();
  }

  int awaitEnd() {
    await().atMost(PATIENCE).until(() -> !process.isAlive());
    return process.exitValue();
  }

  /** Neither a process nor a port. */
  void assertNothingIsLeft() {
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
    assertThat(ports).allMatch(RunningDemo::isClosed);
  }

  /** Data and logs of this run. */
  Path folder() {
    return Path.of("target", "runs", Long.toString(process.pid()));
  }

  private static boolean isClosed(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return false;
    } catch (ConnectException refused) {
      return true;
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Whatever a test has left. */
  @Override
  public void close() {
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
