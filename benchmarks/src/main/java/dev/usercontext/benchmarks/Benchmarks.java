package dev.usercontext.benchmarks;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a benchmark for some values of its parameter {@code way}, on one SDK. */
final class Benchmarks {

  private final Sdk sdk;
  private final Path results;

  /**
   * @param results the folder for what JMH writes
   */
  Benchmarks(Sdk sdk, Path results) {
    this.sdk = sdk;
    this.results = results;
  }

  /**
   * @param arguments what JMH is told, as on its command line
   */
  <W extends Enum<W>> Map<W, Figures> run(
      Class<?> benchmark, List<W> ways, int threads, Options arguments) throws RunnerException {
    Class<W> type = ways.get(0).getDeclaringClass();
    String result = benchmark.getSimpleName() + "-" + sdk.version() + "-" + threads + ".json";
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .parent(arguments)
            .include(benchmark.getName())
            .param("way", ways.stream().map(Enum::name).toArray(String[]::new))
            .threads(threads)
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .resultFormat(ResultFormatType.JSON)
            .result(results.resolve(result).toString())
            // -Xbatch: what is compiled depends on how often it ran, not on how busy the machine
            // is.
            .jvmArgsAppend("-Xbatch", "-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");
    Map<W, Figures> figures = new EnumMap<>(type);
    for (RunResult run : sdk.use(() -> new Runner(options.build()).run())) {
      figures.put(Enum.valueOf(type, run.getParams().getParam("way")), Figures.of(run));
    }
    return figures;
  }
}
