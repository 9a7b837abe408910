package dev.usercontext.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs the benchmarks as the build has set them up. */
final class Measured {

  static final Sdk LOWEST = new Sdk(System.getProperty("sdk.lowest"), null);
  static final Sdk NEWEST =
      new Sdk(System.getProperty("sdk.newest"), Path.of(System.getProperty("sdk.newest.jars")));

  private static final Path RESULTS = Path.of(System.getProperty("benchmarks.results"));

  private Measured() {}

  static <W extends Enum<W>> Map<W, Figures> run(
      Class<?> benchmark, Sdk sdk, List<W> ways, int threads, String options)
      throws IOException, CommandLineOptionException, RunnerException {
    return new Benchmarks(sdk, Files.createDirectories(RESULTS))
        .run(benchmark, ways, threads, new CommandLineOptions(options.split(" ")));
  }

  /**
   * All ways in turns, each time in processes of their own, so that what else the machine does
   * meets them alike.
   */
  static <W extends Enum<W>> Map<W, Figures> runInTurns(
      Class<?> benchmark, Sdk sdk, List<W> ways, int threads, String options, int turns)
      throws IOException, CommandLineOptionException, RunnerException {
    Map<W, Figures> least = run(benchmark, sdk, ways, threads, options);
    for (int turn = 1; turn < turns; turn++) {
      run(benchmark, sdk, ways, threads, options)
          .forEach((way, figures) -> least.merge(way, figures, Figures::least));
    }
    return least;
  }

  static void write(String name, String text) throws IOException {
    Files.writeString(Files.createDirectories(RESULTS).resolve(name), text);
  }
}
