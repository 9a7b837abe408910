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

  static void write(String name, String text) throws IOException {
    Files.writeString(Files.createDirectories(RESULTS).resolve(name), text);
  }
}
