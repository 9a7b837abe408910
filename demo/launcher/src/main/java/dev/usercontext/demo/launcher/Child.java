package dev.usercontext.demo.launcher;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that the demo starts, and its log. */
final class Child {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int TAIL = 30;

  private final String name;
  private final Process process;
  private final Path log;

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  static Child start(String name, List<String> command, Map<String, String> env, Path folder)
      throws IOException {
    Path log = folder.resolve(name.toLowerCase().replace(' ', '-') + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(env);
    return new Child(name, builder.start(), log);
  }

  /**
   * Until it answers 200.
   *
   * @param authorization null for nobody's
   */
  void awaitReady(HttpClient client, URI uri, String authorization) throws Problem {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10));
    if (authorization != null) {
      builder.header("Authorization", authorization);
    }
    HttpRequest request = builder.build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    String last = "nothing listens";
    while (System.nanoTime() < end) {
      try {
        int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status == 200) {
          return;
        }
        last = "HTTP " + status;
      } catch (IOException notYet) {
        last = String.valueOf(notYet);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
      if (ended()) {
        throw died();
      }
    }
    throw new Problem(
        "DEMO05", "%s does not answer on %s (%s).%n%s".formatted(name, uri, last, tail()));
  }

  /** Whether it has ended, a moment later. */
  private boolean ended() {
    try {
      return process.waitFor(200, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  Path log() {
    return log;
  }

  /** Waits until one of them ends. */
  static Child firstToEnd(Child... children) {
    return (Child)
        CompletableFuture.anyOf(
                Stream.of(children)
                    .map(child -> child.process.onExit().thenApply(ended -> child))
                    .toArray(CompletableFuture[]::new))
            .join();
  }

  Problem died() {
    return new Problem(
        "DEMO05", "%s ended with code %d.%n%s".formatted(name, process.exitValue(), tail()));
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      return "The end of %s:%n%s"
          .formatted(
              log,
              String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size())));
    } catch (IOException failure) {
      return "Its log can't be read: " + failure;
    }
  }

  /** In good order if it will, see {@link Guard}; {@link #awaitEnd} has the last word. */
  void stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      process.destroy();
    }
  }

  void awaitEnd() {
    try {
      if (process.waitFor(15, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
