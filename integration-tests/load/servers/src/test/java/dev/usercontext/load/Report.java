package dev.usercontext.load;

import dev.usercontext.load.Measured.Memory;
import dev.usercontext.load.Measured.Start;
import java.util.Map;

/** What was measured, as tables, and whether it says anything. */
final class Report {

  /** What is asked of the library: two of a hundred. */
  private static final double LOOKED_FOR = 0.02;

  private final String runtime;
  private final Map<Variant, Measured> measured;
  private final Measured without;
  private final Measured byHand;

  Report(String runtime, Map<Variant, Measured> measured) {
    this.runtime = runtime;
    this.measured = measured;
    this.without = measured.get(Variant.WITHOUT);
    this.byHand = measured.get(Variant.BY_HAND);
  }

  String text() {
    return "%n%s, Java %s; medians, and between which values they are with a certainty of 95 %%%n"
            .formatted(runtime, System.getProperty("java.version"))
        + load()
        + noise()
        + starts();
  }

  private String load() {
    StringBuilder text =
        new StringBuilder(
            """

            | | CPU µs a request | ÷ without | ÷ by hand | throughput ÷ without | p99 ÷ without | heap MB | resident MB |
            |---|---|---|---|---|---|---|---|
            """);
    measured.forEach(
        (variant, of) ->
            text.append(
                row(
                    variant.title(),
                    of.turns(Turn::cpu).text(".0f"),
                    of.ratio(Turn::cpu, without).text(".3f"),
                    of.ratio(Turn::cpu, byHand).text(".3f"),
                    of.ratio(Turn::throughput, without).text(".3f"),
                    of.ratio(Turn::p99, without).text(".2f"),
                    of.memory(Memory::heap).text(".1f"),
                    of.memory(Memory::resident).text(".0f"))));
    return text.toString();
  }

  /** By the two that are the same. */
  private String noise() {
    double noise = measured.get(Variant.AGAIN).ratio(Turn::cpu, without).distance(1);
    if (Double.isNaN(noise)) {
      return "";
    }
    if (Double.isInfinite(noise)) {
      return "\nNoise: unknown, there were too few rounds.\n";
    }
    return "%nNoise: two servers without the jar differ by up to %.1f %% in CPU. %s%n"
        .formatted(
            100 * noise,
            noise > LOOKED_FOR
                ? "That is TOO MUCH to see 2 %: the machine is busy, or there were too few rounds."
                : "What differs by more than that is not noise.");
  }

  private String starts() {
    StringBuilder text =
        new StringBuilder(
            """

            | start until the first answer | CPU ms | more than without | ms | more than without |
            |---|---|---|---|---|
            """);
    measured.forEach(
        (variant, of) ->
            text.append(
                row(
                    variant.title(),
                    of.starts(Start::cpuMillis).text(".0f"),
                    of.later(Start::cpuMillis, without).text(".0f"),
                    of.starts(Start::wallMillis).text(".0f"),
                    of.later(Start::wallMillis, without).text(".0f"))));
    return text.toString();
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
