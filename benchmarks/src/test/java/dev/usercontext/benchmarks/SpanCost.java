package dev.usercontext.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Prints what each way costs, as docs/performance.md shows it. Not part of the test command: times
 * prove nothing on a busy machine.
 */
class SpanCost {

  private static final String LONG = "-f 3 -wi 3 -w 1s -i 5 -r 1s";

  private final StringBuilder text = new StringBuilder();

  @Test
  void print() throws Exception {
    String given = System.getProperty("jmh.options");
    String options = given == null || given.isBlank() ? LONG : given;
    print(Measured.LOWEST, 1, options);
    print(Measured.NEWEST, 1, options);
    print(Measured.NEWEST, Runtime.getRuntime().availableProcessors(), options);

    printRequests(options);

    System.out.println(text);
    Measured.write("costs.md", text.toString());
  }

  private void print(Sdk sdk, int threads, String options) throws Exception {
    // One process has one container, with the request of one thread.
    List<Way> ways =
        threads == 1
            ? List.of(Way.values())
            : Arrays.stream(Way.values()).filter(way -> !way.needsContainer()).toList();
    Map<Way, Figures> figures = Measured.run(SpanBenchmark.class, sdk, ways, threads, options);
    assertThat(figures).containsOnlyKeys(ways);
    text.append(
        """

        OpenTelemetry SDK %s, Java %s, %d thread(s)

        | how the span gets its user | CPU ns | ÷ by hand | B | more than by hand |
        |---|---|---|---|---|
        """
            .formatted(sdk.version(), System.getProperty("java.version"), threads));
    figures.forEach((way, measured) -> text.append(row(way, measured, figures.get(way.limit()))));
  }

  private void printRequests(String options) throws Exception {
    Map<RequestWay, Figures> figures =
        Measured.run(
            RequestBenchmark.class, Measured.NEWEST, List.of(RequestWay.values()), 1, options);
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

  private static String row(Way way, Figures measured, Figures limit) {
    return limit == null
        ? "| **%s** | %.0f | | %.0f | |%n".formatted(way.title(), measured.cpu(), measured.bytes())
        : "| %s | %.0f | %.2f | %.0f | %.0f |%n"
            .formatted(
                way.title(),
                measured.cpu(),
                measured.cpu() / limit.cpu(),
                measured.bytes(),
                measured.bytes() - limit.bytes());
  }
}
