package dev.usercontext.dashboard.load;

import dev.usercontext.dashboard.cost.PriceFile;
import dev.usercontext.dashboard.intake.IntakeCounters;
import dev.usercontext.dashboard.intake.IntakeSettings;
import dev.usercontext.dashboard.intake.OtlpServers;
import dev.usercontext.dashboard.llm.ConventionReader;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.StoreStats;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.store.duckdb.DuckDbStore;
import dev.usercontext.dashboard.store.opensearch.OpenSearchSettings;
import dev.usercontext.dashboard.store.opensearch.OpenSearchStore;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * {@code java -cp user-context-dashboard-runner.jar dev.usercontext.dashboard.load.Load 1000000
 * [folder, or address of OpenSearch] [queries of each kind]}: sends spans of 30 days, and asks for
 * all views of the last 7. A store that already has spans gets no others.
 */
public final class Load {
  private static final int DAYS = 30;
  private static final int QUEUE = 50_000;
  private static final PrintStream OUT = System.out;

  private Load() {}

  /** Number of spans, where they are kept, how often each view is asked for. */
  public static void main(String[] args) throws IOException, InterruptedException {
    long spans = Long.parseLong(args[0]);
    String where = args.length > 1 ? args[1] : Files.createTempDirectory("load").toString();
    int repeats = args.length > 2 ? Integer.parseInt(args[2]) : 20;
    long opening = System.nanoTime();
    try (SpanStore store = open(where)) {
      OUT.printf("opened      %8.1f s%n", seconds(opening));
      if (store.stats().spans() == 0) {
        send(store, spans);
      }
      StoreStats stats = store.stats();
      OUT.printf(
          "stored      %,8d spans, %d bytes each%n",
          stats.spans(), stats.bytes() / Math.max(1, stats.spans()));
      memory();
      long newest = stats.newestNanos() == null ? 0 : stats.newestNanos();
      TimeRange week = new TimeRange(newest - Duration.ofDays(7).toNanos(), newest + 1);
      new LoadViews(store, week, repeats).run(OUT);
      memory();
    }
  }

  private static SpanStore open(String where) {
    return where.startsWith("http")
        ? OpenSearchStore.open(
            OpenSearchSettings.of(where.split(",")).withIndex("load", 0), System::currentTimeMillis)
        : DuckDbStore.open(Path.of(where));
  }

  private static void send(SpanStore store, long spans) throws IOException, InterruptedException {
    Vertx vertx = Vertx.vertx();
    try (OtlpServers servers =
        new OtlpServers(
            vertx,
            IntakeSettings.local(0, 0),
            QUEUE,
            store,
            new ConventionReader(PriceFile.shipped()),
            new IntakeCounters())) {
      long end = TimeRange.nanos(Instant.now());
      long start = end - Duration.ofDays(DAYS).toNanos();
      long begin = System.nanoTime();
      double cpu = cpuSeconds();
      Process sender =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElse("java"),
                  "-Xmx256m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  LoadSender.class.getName(),
                  String.valueOf(servers.grpcPort()),
                  String.valueOf(spans),
                  String.valueOf(start),
                  String.valueOf(end))
              .inheritIO()
              .start();
      if (sender.waitFor() != 0) {
        throw new IllegalStateException("The sender failed.");
      }
      OUT.printf(
          "intake      %,8.0f spans/s, durable, over gRPC; %.1f us of a core for each%n",
          spans / seconds(begin), (cpuSeconds() - cpu) / spans * 1e6);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  /** Of this process, all threads: says what a machine that is not busy would do. */
  static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  /** Of the whole process, the database included; Linux only. */
  private static void memory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
          .forEach(line -> OUT.println("memory      " + line.replaceAll("\\s+", " ")));
    }
  }
}
