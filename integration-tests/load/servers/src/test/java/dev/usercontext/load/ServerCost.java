package dev.usercontext.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.load.Measured.Memory;
import dev.usercontext.load.Measured.Start;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Prints what whole servers cost with the jar and without it, as docs/performance.md shows it. Not
 * part of the test command: times prove nothing on a busy machine, and the report says how busy it
 * was.
 */
class ServerCost {

  private static final String RUNTIME = System.getProperty("load.runtime");
  private static final int TURN = Integer.getInteger("load.millis");

  private final Map<Variant, Measured> measured = new EnumMap<>(Variant.class);
  private final Map<Variant, Traces> traces = new EnumMap<>(Variant.class);
  private final Runtime runtime = Runtime.named(RUNTIME);

  /** Open Liberty ends a connection of HTTP/2 that has had many requests, in the midst of them. */
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** So that none of them always comes after the same other one; the same in every run. */
  private final Random order = new Random(1);

  @Test
  void print() throws Exception {
    for (Variant variant : runtime.variants()) {
      measured.put(variant, new Measured());
      traces.put(variant, new Traces());
    }
    Path work = Path.of(System.getProperty("work")).resolve(RUNTIME);
    for (int start = 1; start <= Integer.getInteger("load.starts"); start++) {
      startEach(work.resolve("start-" + start));
    }
    for (int launch = 1; launch <= Integer.getInteger("load.launches"); launch++) {
      launchAll(work.resolve("launch-" + launch));
    }
    for (Traces each : traces.values()) {
      each.close();
    }
    String text = new Report(RUNTIME, measured).text();
    System.out.println(text);
    Path reports = Files.createDirectories(Path.of(System.getProperty("work"), "load"));
    Files.writeString(reports.resolve(RUNTIME + ".md"), text);
  }

  /** One after the other, since a start takes all processors that there are. */
  private void startEach(Path work) throws Exception {
    for (Variant variant : shuffled()) {
      try (Server server = start(variant, work)) {
        double cpu = server.awaitStart();
        measured.get(variant).started(new Start(cpu, server.millisSinceStart()));
      }
    }
  }

  /**
   * All of them run at the same time and are asked in turns, so that what else the machine does
   * meets them alike.
   */
  private void launchAll(Path work) throws Exception {
    Map<Variant, Server> servers = new EnumMap<>(Variant.class);
    try {
      for (Variant variant : runtime.variants()) {
        Server server = start(variant, work);
        servers.put(variant, server);
        server.awaitStart();
      }
      for (Server server : servers.values()) {
        warmUp(server);
      }
      for (int round = 0; round < Integer.getInteger("load.rounds"); round++) {
        for (Variant variant : shuffled()) {
          measured.get(variant).took(Turn.of(servers.get(variant), http, TURN));
        }
      }
      for (Variant variant : runtime.variants()) {
        assertThat(traces.get(variant).haveUser())
            .as("%s", variant)
            .isEqualTo(variant.writesUser());
      }
      for (Map.Entry<Variant, Server> server : servers.entrySet()) {
        double heap = server.getValue().liveHeap();
        measured.get(server.getKey()).holds(new Memory(heap, server.getValue().resident()));
      }
    } finally {
      for (Server server : servers.values()) {
        server.close();
      }
    }
  }

  private Server start(Variant variant, Path work) throws IOException {
    return runtime.start(variant, work.resolve(variant.name()), traces.get(variant).url());
  }

  private List<Variant> shuffled() {
    List<Variant> variants = new ArrayList<>(runtime.variants());
    Collections.shuffle(variants, order);
    return variants;
  }

  /** By requests, not by time: on a busy machine the compiler would be at work for much longer. */
  private void warmUp(Server server) throws Exception {
    int requests = 0;
    while (requests < Integer.getInteger("load.warm-up")) {
      requests += Turn.of(server, http, TURN).requests();
    }
  }
}
