package dev.usercontext.dashboard.browser;

import dev.usercontext.dashboard.model.StoredSpan;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.duckdb.DuckDbStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged jar in a process of its own, on free ports, over a folder of its own. */
final class RunningDashboard implements AutoCloseable {
  private static final Path JAR =
      Path.of(System.getProperty("dashboard.jar", "target/user-context-dashboard-runner.jar"))
          .toAbsolutePath();
  private static final Pattern LISTENING = Pattern.compile("Listening on: (https?://[0-9.:]+)");

  private final Process process;
  private final Path folder;
  private final List<String> log;
  private final String url;

  private RunningDashboard(Process process, Path folder, List<String> log, String url) {
    this.process = process;
    this.folder = folder;
    this.log = log;
    this.url = url;
  }

  /** A folder under {@code target/} with those spans. */
  static Path folder(String name, List<StoredSpan> spans) throws IOException {
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), name);
    try (SpanStore store = DuckDbStore.open(folder)) {
      for (int from = 0; from < spans.size(); from += 1_000) {
        store.write(spans.subList(from, Math.min(spans.size(), from + 1_000)));
      }
    }
    return folder;
  }

  static RunningDashboard start(Path folder, String... settings) throws Exception {
    Process process = process(folder, settings);
    List<String> log = new ArrayList<>();
    CompletableFuture<String> listening = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(
                      new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String line = lines.readLine();
                while (line != null) {
                  synchronized (log) {
                    log.add(line);
                  }
                  Matcher matcher = LISTENING.matcher(line);
                  if (matcher.find()) {
                    listening.complete(matcher.group(1));
                  }
                  line = lines.readLine();
                }
                listening.completeExceptionally(new IOException("It ended:\n" + log));
              } catch (IOException e) {
                listening.completeExceptionally(e);
              }
            },
            "dashboard-log");
    reader.setDaemon(true);
    reader.start();
    return new RunningDashboard(process, folder, log, listening.get(60, TimeUnit.SECONDS));
  }

  /** Starts one that is expected to end by itself, and returns what it said. */
  static String refused(Path folder, String... settings) throws Exception {
    Process process = process(folder, settings);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() == 0) {
      throw new AssertionError("It ended well:\n" + said);
    }
    return said;
  }

  /** Runs a command of the jar, and returns all that it said. */
  static String command(String... arguments) throws Exception {
    List<String> command = jvm();
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(Arrays.asList(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  /** One like this one. */
  private static List<String> jvm() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(List.of(System.getProperty("test.jvm").split(" ")));
    return command;
  }

  private static Process process(Path folder, String... settings) throws IOException {
    List<String> command = jvm();
    command.addAll(
        List.of(
            "-Xmx512m",
            "-Dquarkus.http.port=0",
            "-Ddashboard.otlp.grpc-port=0",
            "-Ddashboard.otlp.http-port=0",
            "-Ddashboard.store.folder=" + folder.toAbsolutePath()));
    command.addAll(Arrays.asList(settings));
    command.addAll(List.of("-jar", JAR.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  String url() {
    return url;
  }

  Path folder() {
    return folder;
  }

  String log() {
    synchronized (log) {
      return String.join("\n", log);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
