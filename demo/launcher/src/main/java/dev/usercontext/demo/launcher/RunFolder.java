package dev.usercontext.demo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where one run keeps its data and its logs, until it ends. */
final class RunFolder {
  private final Path path;

  private RunFolder(Path path) {
    this.path = path;
  }

  /** One of this process, and none of processes that are no more. */
  static RunFolder create(Path runs) throws IOException {
    Files.createDirectories(runs);
    Path mine = runs.resolve(Long.toString(ProcessHandle.current().pid()));
    for (Path other : list(runs)) {
      if (other.equals(mine) || isLeft(other.getFileName().toString())) {
        delete(other);
      }
    }
    return new RunFolder(Files.createDirectory(mine));
  }

  private static boolean isLeft(String pid) {
    return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
  }

  Path path() {
    return path;
  }

  /** All of it, or all but the logs. */
  void clean(boolean logsToo) {
    try {
      if (logsToo) {
        delete(path);
        return;
      }
      for (Path each : list(path)) {
        if (!each.toString().endsWith(".log")) {
          delete(each);
        }
      }
    } catch (IOException | UncheckedIOException failure) {
      System.err.println("Not removed: " + path + " (" + failure.getMessage() + ")");
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(folder)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
