package dev.usercontext.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The CPU time of this process, collection of garbage included, in nanoseconds. */
final class ProcessClock {

  private static final Path THREADS = Path.of("/proc/self/task");

  private ProcessClock() {}

  /** By its threads where the system tells: Java itself knows only hundredths of a second. */
  static long nanos() {
    return Files.exists(THREADS.resolveSibling("schedstat")) ? ofThreads() : ofProcess();
  }

  private static long ofThreads() {
    long sum = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
      for (Path thread : threads) {
        sum += ofThread(thread.resolve("schedstat"));
      }
    } catch (IOException e) {
      return ofProcess();
    }
    return sum;
  }

  private static long ofThread(Path statistics) {
    try {
      return Long.parseLong(Files.readString(statistics).split(" ")[0]);
    } catch (IOException e) {
      // It has just ended. None of those that count does in the middle of an iteration.
      return 0;
    }
  }

  private static long ofProcess() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
