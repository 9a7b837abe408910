package dev.usercontext.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, and what that process needs. */
final class Server implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int PAUSE_MILLIS = 10;

  private final Process process;
  private final String url;
  private final Path log;
  private final long started;

  private Server(Process process, String url, Path log, long started) {
    this.process = process;
    this.url = url;
    this.log = log;
    this.started = started;
  }

  static Server start(Path work, String url, List<String> command, Map<String, String> environment)
      throws IOException {
    Path log = Files.createDirectories(work).resolve("console.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    long started = System.nanoTime();
    return new Server(builder.start(), url, log, started);
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  URI resolve(String path) {
    return URI.create(url + path);
  }

  /** Waits for its first answer; returns the milliseconds of CPU time that it has taken. */
  double awaitStart() throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(resolve("rest/open/spans/1"))
            .timeout(Duration.ofSeconds(20))
            .build();
    while (!answers(http, request)) {
      if (System.nanoTime() - started > PATIENCE.toNanos() || !process.isAlive()) {
        throw new IllegalStateException("no answer of " + url + ":\n" + Files.readString(log));
      }
      process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
    return allCpuNanos() / 1e6;
  }

  double millisSinceStart() {
    return (System.nanoTime() - started) / 1e6;
  }

  private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /**
   * CPU time of the process but for what the JIT compilers take, on Linux, where that can be told:
   * it goes on for minutes, in fits, and says nothing of a request.
   */
  long cpuNanos() throws IOException {
    return allCpuNanos() - CompilerThreads.of(process.pid()).cpuNanos();
  }

  private long allCpuNanos() {
    return process.toHandle().info().totalCpuDuration().orElseThrow().toNanos();
  }

  /** What is alive on the heap, after a collection, in megabytes. */
  double liveHeap() throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    jcmd.waitFor();
    return histogram
        .lines()
        .filter(line -> line.startsWith("Total"))
        .mapToDouble(line -> Long.parseLong(line.strip().split("\\s+")[2]) / 1e6)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(histogram));
  }

  /** What the process holds of the machine's memory, in megabytes; NaN except on Linux. */
  double resident() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Long.parseLong(line.strip().split("\\s+")[1]) / 1e3)
        .findFirst()
        .orElse(Double.NaN);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
