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

/** Runs {@link SpanBenchmark} for some ways on one SDK. */
final class SpanBenchmarks {

  private final Sdk sdk;
  private final Path results;

  /**
   * @param results the folder for what JMH writes
   */
  SpanBenchmarks(Sdk sdk, Path results) {
    this.sdk = sdk;
    this.results = results;
  }

  /**
   * @param arguments what JMH is told, as on its command line
   */
  Map<Way, Figures> run(List<Way> ways, int threads, Options arguments) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .parent(arguments)
            .include(SpanBenchmark.class.getName())
            .param("way", ways.stream().map(Way::name).toArray(String[]::new))
            .threads(threads)
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .resultFormat(ResultFormatType.JSON)
            .result(results.resolve("spans-" + sdk.version() + "-" + threads + ".json").toString())
            .jvmArgsAppend("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");
    Map<Way, Figures> figures = new EnumMap<>(Way.class);
    for (RunResult run : sdk.use(() -> new Runner(options.build()).run())) {
      figures.put(Way.valueOf(run.getParams().getParam("way")), Figures.of(run));
    }
    return figures;
  }
}
