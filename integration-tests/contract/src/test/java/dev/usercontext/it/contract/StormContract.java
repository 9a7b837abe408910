package dev.usercontext.it.contract;

import dev.usercontext.test.InterleavedReport;
import dev.usercontext.test.InterleavedRequests;
import dev.usercontext.test.OtlpReceiver;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two hundred users at once, each on a random walk over all rows of the contract: no span has the
 * user of another request. It lasts 15 seconds, or {@code -Dstorm.seconds}; {@code -Dstorm.rows} is
 * an expression for the names of some of them.
 */
public abstract class StormContract {

  /** So that no span is dropped where more come at once than are sent. */
  private static final String QUEUE = "200000";

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  /** What the application is configured with, besides. */
  public static Map<String, String> configuration() {
    return Map.of("otel.bsp.max.queue.size", QUEUE);
  }

  /** Rows that every runtime has: a new list of rows belongs here. */
  protected static Stream<Row> commonRows() {
    return Stream.of(
            UnawareRows.all(),
            AttributedRows.all(),
            FailureRows.all(),
            LanguageModelRows.all(),
            AsyncRows.all(),
            ScopedRows.all())
        .flatMap(List::stream);
  }

  public abstract URI application();

  protected abstract RuntimeFacts facts();

  /** All that the application has. */
  protected abstract List<Row> rows();

  /**
   * How many requests may wait together for tasks, which may need threads of the same pool: less
   * than that has. There are as many others under way as ever.
   */
  protected abstract int waitingAtOnce();

  /** The application that comes and goes meanwhile; null for none. */
  protected URI passingApplication() {
    return null;
  }

  /** The one that comes and goes: what it is deployed with, and undeployed. */
  protected void deployPassing() {}

  protected void undeployPassing() {}

  @Test
  void noSpanHasTheUserOfAnotherRequest() {
    CompletableFuture<InterleavedReport> storm = CompletableFuture.supplyAsync(this::rage);
    try {
      if (passingApplication() != null) {
        redeployDuring(storm);
      }
    } finally {
      storm.join().printTo(OUT);
    }
    storm.join().requireEveryUser().requireEveryRequestKnown().requireEveryAnswer();
  }

  private void redeployDuring(CompletableFuture<InterleavedReport> storm) {
    int times = 0;
    do {
      deployPassing();
      undeployPassing();
      times++;
    } while (!storm.isDone());
    OUT.println(times + " deployments and undeployments during the storm");
  }

  private InterleavedReport rage() {
    RuntimeFacts facts = facts();
    String names = System.getProperty("storm.rows", ".*");
    List<Row> rows = facts.of(rows()).stream().filter(row -> row.name().matches(names)).toList();
    AppClient client = new AppClient(application());
    AppClient passing = passingApplication() == null ? null : new AppClient(passingApplication());
    InterleavedRequests requests = InterleavedRequests.on(OtlpReceiver.shared().log());
    StormTasks tasks = new StormTasks(waitingAtOnce());
    for (String name : StormUsers.names()) {
      requests.by(new StormWalker(Caller.basic(name), rows, facts, client, passing, tasks));
    }
    InterleavedReport report =
        requests
            .oneThreadEach()
            .lasting(Duration.ofSeconds(Long.getLong("storm.seconds", 15)))
            .seed(Long.getLong("storm.seed", System.nanoTime()))
            .correlatedBy(RequestSigns::requestOf)
            .run();
    OUT.println(tasks);
    return report;
  }
}
