package dev.usercontext.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Prints what each way costs, as docs/performance.md shows it. Not part of the test command: times
 * prove nothing on a busy machine.
 */
class SpanCost {

  /** Many short iterations: some of them have a processor for themselves on a busy machine, too. */
  private static final String OPTIONS = "-f 1 -wi 8 -w 250ms -i 40 -r 60ms";

  /** Those that most spans go. None of a container, which has the request of one thread here. */
  private static final List<Way> BY_ALL_THREADS =
      List.of(
          Way.NOTHING,
          Way.NOBODY,
          Way.BY_HAND_5,
          Way.OWN_PROCESSOR,
          Way.REQUEST,
          Way.SCOPE,
          Way.SCOPE_IN_REQUEST);

  private final StringBuilder text = new StringBuilder();

  @Test
  void print() throws Exception {
    print(List.of(Way.values()), 1);
    print(BY_ALL_THREADS, Runtime.getRuntime().availableProcessors());
    printRequests();

    System.out.println(text);
    Measured.write("costs.md", text.toString());
  }

  private void print(List<Way> ways, int threads) throws Exception {
    Map<Way, Figures> lowest = run(Measured.LOWEST, ways, threads);
    Map<Way, Figures> newest = run(Measured.NEWEST, ways, threads);
    text.append(
        """

        Java %1$s, %2$d thread(s)

        | how the span gets its user | SDK %3$s: CPU ns | ÷ by hand | B | SDK %4$s: CPU ns | ÷ by hand | B |
        |---|---|---|---|---|---|---|
        """
            .formatted(
                System.getProperty("java.version"),
                threads,
                Measured.LOWEST.version(),
                Measured.NEWEST.version()));
    for (Way way : ways) {
      String title = way.limit() == null ? "**" + way.title() + "**" : way.title();
      text.append("| %s%s%s |%n".formatted(title, figures(way, lowest), figures(way, newest)));
    }
  }

  private static Map<Way, Figures> run(Sdk sdk, List<Way> ways, int threads) throws Exception {
    Map<Way, Figures> figures = measure(SpanBenchmark.class, sdk, ways, threads);
    assertThat(figures).containsOnlyKeys(ways);
    return figures;
  }

  private static <W extends Enum<W>> Map<W, Figures> measure(
      Class<?> benchmark, Sdk sdk, List<W> ways, int threads) throws Exception {
    String given = System.getProperty("jmh.options");
    String options = given == null || given.isBlank() ? OPTIONS : given;
    return Measured.runInTurns(
        benchmark, sdk, ways, threads, options, Integer.getInteger("jmh.turns"));
  }

  private static String figures(Way way, Map<Way, Figures> measured) {
    Figures own = measured.get(way);
    String ratio =
        way.limit() == null ? "" : "%.2f".formatted(own.cpu() / measured.get(way.limit()).cpu());
    return " | %.0f | %s | %.0f".formatted(own.cpu(), ratio, own.bytes());
  }

  private void printRequests() throws Exception {
    Map<RequestWay, Figures> figures =
        measure(RequestBenchmark.class, Measured.LOWEST, List.of(RequestWay.values()), 1);
    text.append(
        """

        A request with its server span, and nothing else, one thread

        | | CPU ns | B |
        |---|---|---|
        """);
    figures.forEach(
        (way, measured) ->
            text.append(
                "| %s | %.0f | %.0f |%n".formatted(way.title(), measured.cpu(), measured.bytes())));
  }
}
