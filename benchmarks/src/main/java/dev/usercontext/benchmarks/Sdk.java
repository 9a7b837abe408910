package dev.usercontext.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A version of the OpenTelemetry SDK for the processes that measure.
 *
 * @param version for people
 * @param jars its jars; null for those that this process has
 */
record Sdk(String version, Path jars) {

  private static final String CLASS_PATH = "java.class.path";

  /** Something that starts processes. */
  interface Run<T, X extends Exception> {
    T run() throws X;
  }

  /** JMH gives the class path of this process to those that it starts. */
  <T, X extends Exception> T use(Run<T, X> run) throws X {
    String before = System.getProperty(CLASS_PATH);
    System.setProperty(CLASS_PATH, classPath(before));
    try {
      return run.run();
    } finally {
      System.setProperty(CLASS_PATH, before);
    }
  }

  private String classPath(String before) {
    if (jars == null) {
      return before;
    }
    Stream<String> others =
        Arrays.stream(before.split(File.pathSeparator))
            .filter(entry -> !Files.exists(jars.resolve(withVersion(entry))));
    return Stream.concat(files(), others).collect(Collectors.joining(File.pathSeparator));
  }

  /** The file name that the newer version of this entry would have. */
  private String withVersion(String entry) {
    return Path.of(entry)
        .getFileName()
        .toString()
        .replaceFirst("-[0-9.]+\\.jar$", "-" + version + ".jar");
  }

  private Stream<String> files() {
    try (Stream<Path> files = Files.list(jars)) {
      return files.map(Path::toString).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
