package dev.usercontext.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Those of a JVM on Linux, by their names: C1 and C2. */
record CompilerThreads(Path tasks) {

  /** Linux counts time in hundredths of a second (USER_HZ), whatever its kernel's own clock is. */
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);

  static CompilerThreads of(long pid) {
    return new CompilerThreads(Path.of("/proc", Long.toString(pid), "task"));
  }

  /** What they have taken so far; 0 where this is not Linux. */
  long cpuNanos() throws IOException {
    if (!Files.exists(tasks)) {
      return 0;
    }
    long ticks = 0;
    try (Stream<Path> threads = Files.list(tasks)) {
      for (Path thread : (Iterable<Path>) threads::iterator) {
        ticks += ticksOf(thread);
      }
    }
    return ticks * TICK;
  }

  /** Of proc(5): "pid (name) state …", where the 14th and the 15th value are its times. */
  private static long ticksOf(Path thread) throws IOException {
    String stat;
    try {
      stat = Files.readString(thread.resolve("stat"));
    } catch (NoSuchFileException gone) {
      return 0;
    }
    int end = stat.lastIndexOf(')');
    String name = stat.substring(stat.indexOf('(') + 1, end);
    if (!name.startsWith("C1 Compiler") && !name.startsWith("C2 Compiler")) {
      return 0;
    }
    List<String> afterName = List.of(stat.substring(end + 2).split(" "));
    return Long.parseLong(afterName.get(11)) + Long.parseLong(afterName.get(12));
  }
}
