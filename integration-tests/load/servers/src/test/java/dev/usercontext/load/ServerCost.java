package dev.usercontext.load;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Prints what whole servers cost with the jar and without it, as docs/performance.md shows it. All
 * variants run at the same time and are asked in turns, so that what else the machine does meets
 * them alike. Not part of the test command: times prove nothing on a busy machine.
 */
class ServerCost {

  private static final String RUNTIME = System.getProperty("load.runtime");

  private final Map<Variant, Measured> measured = new EnumMap<>(Variant.class);
  private final Runtime runtime = Runtime.named(RUNTIME);
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void print() throws Exception {
    runtime.variants().forEach(variant -> measured.put(variant, new Measured()));
    Path work = Path.of(System.getProperty("work"));
    try (Traces traces = new Traces()) {
      for (int launch = 1; launch <= Integer.getInteger("load.launches"); launch++) {
        launch(work.resolve(RUNTIME + "-" + launch), traces);
      }
    }
    String table = table();
    System.out.println(table);
    Files.writeString(
        Files.createDirectories(work.resolve("load")).resolve(RUNTIME + ".md"), table);
  }

  private void launch(Path work, Traces traces) throws Exception {
    Map<Variant, Server> servers = new EnumMap<>(Variant.class);
    try {
      for (Variant variant : runtime.variants()) {
        Server server = runtime.start(variant, work.resolve(variant.name()), traces.url());
        servers.put(variant, server);
        double cpu = server.awaitStart();
        measured.get(variant).started(cpu, server.secondsSinceStart());
      }
      for (Server server : servers.values()) {
        warmUp(server);
      }
      List<Variant> order = new ArrayList<>(servers.keySet());
      for (int round = 0; round < Integer.getInteger("load.rounds"); round++) {
        for (Variant variant : order) {
          Turn turn = Turn.of(servers.get(variant), http, Integer.getInteger("load.seconds"));
          measured.get(variant).took(turn);
        }
        // So that none of them always comes after the same other one.
        Collections.rotate(order, 1);
      }
      for (Map.Entry<Variant, Server> server : servers.entrySet()) {
        double heap = server.getValue().liveHeap();
        measured.get(server.getKey()).holds(heap, server.getValue().resident());
      }
    } finally {
      for (Server server : servers.values()) {
        server.close();
      }
    }
  }

  /** By requests, not by time: on a busy machine the compiler would be at work for much longer. */
  private void warmUp(Server server) throws Exception {
    int requests = 0;
    while (requests < Integer.getInteger("load.warm-up")) {
      requests += Turn.of(server, http, Integer.getInteger("load.seconds")).requests();
    }
  }

  private String table() {
    StringBuilder text = new StringBuilder();
    text.append(
        """

        %s, Java %s; ratios are to the server without the jar, each of the same round

        | | CPU µs a request | CPU | throughput | p99 | start: CPU ms | s | heap MB | resident MB |
        |---|---|---|---|---|---|---|---|---|
        """
            .formatted(RUNTIME, System.getProperty("java.version")));
    Measured without = measured.get(Variant.WITHOUT);
    measured.forEach(
        (variant, of) ->
            text.append(
                "| %s | %.0f | %.3f ± %.3f | %.3f | %.2f | %.0f | %.2f | %.1f | %.0f |%n"
                    .formatted(
                        variant.title(),
                        of.median(Turn::cpu),
                        of.ratio(Turn::cpu, without),
                        of.spread(Turn::cpu, without),
                        of.ratio(Turn::throughput, without),
                        of.ratio(Turn::p99, without),
                        of.startCpu(),
                        of.startSeconds(),
                        of.heap(),
                        of.resident())));
    return text.toString();
  }
}
