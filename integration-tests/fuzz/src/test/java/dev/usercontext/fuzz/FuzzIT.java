package dev.usercontext.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs each target under Jazzer for a while, beginning with what is known to do harm. */
class FuzzIT {

  private static final Path RESULTS = Path.of(System.getProperty("fuzz.directory"));

  @ParameterizedTest
  @ValueSource(
      classes = {
        BaggageTarget.class,
        RequestTarget.class,
        ConfigurationTarget.class,
        ClaimsTarget.class,
        TrustedHeadersTarget.class
      })
  void nothingIsThrownAndNobodyIsTakenForAnother(Class<?> target) throws Exception {
    Path directory = Files.createDirectories(RESULTS.resolve(target.getSimpleName()));
    Path seeds = Files.createDirectories(directory.resolve("seeds"));
    for (int i = 0; i < Hostile.VALUES.size(); i++) {
      Files.write(seeds.resolve("hostile-" + i), Hostile.bytes(Hostile.VALUES.get(i)));
    }
    File log = directory.resolve("jazzer.log").toFile();
    Process process =
        new ProcessBuilder(command(target, seeds))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();

    int code = process.waitFor();
    String said = Files.readString(log.toPath());
    assertThat(code).as("%s", said).isZero();
    assertThat(said).as("that it has run").contains("DONE");
  }

  private static List<String> command(Class<?> target, Path seeds) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + target.getName());
    command.add("--instrumentation_includes=dev.usercontext.**");
    command.add("-max_total_time=" + System.getProperty("fuzz.seconds"));
    command.add("-rss_limit_mb=0");
    command.add(seeds.toString());
    return command;
  }
}
