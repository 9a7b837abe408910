package dev.usercontext.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs the tests of this package under jcstress, which lets their actors meet many times. */
class RacesIT {

  private static final Path RESULTS = Path.of(System.getProperty("jcstress.results"));

  @Test
  void nothingIsTornLostOrLate() throws Exception {
    Files.createDirectories(RESULTS);
    File log = RESULTS.resolve("jcstress.log").toFile();
    Process process =
        new ProcessBuilder(command())
            .directory(RESULTS.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();

    assertThat(process.waitFor()).as("%s", Files.readString(log.toPath())).isZero();
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath()));
    command.addAll(List.of("org.openjdk.jcstress.Main", "-r", RESULTS.toString()));
    command.addAll(List.of(System.getProperty("jcstress.options").split(" ")));
    return command;
  }

  /** Without the folder of the main classes, which are none: jcstress lists what it is given. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> new File(entry).exists())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
