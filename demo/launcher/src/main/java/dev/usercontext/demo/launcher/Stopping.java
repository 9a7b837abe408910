package dev.usercontext.demo.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Ends all that was started, the last first, when this process ends: Ctrl-C, a closed terminal, a
 * signal, or a failure. All threads may use it.
 */
final class Stopping implements Runnable {
  private static final Duration GRACE = Duration.ofMillis(500);

  private final RunFolder folder;
  private final Deque<AutoCloseable> services = new ArrayDeque<>();
  private final List<Child> children = new ArrayList<>();
  private boolean stopping;
  private boolean failed;

  Stopping(RunFolder folder) {
    this.folder = folder;
  }

  /** Starts a process, unless all is about to end. */
  synchronized Child start(String name, List<String> line, Map<String, String> env, Path in)
      throws IOException {
    if (stopping) {
      throw new IOException("It is stopping.");
    }
    Child child = Child.start(name, line, env, in);
    children.add(child);
    return child;
  }

  synchronized void add(AutoCloseable service) {
    services.push(service);
  }

  /**
   * Keeps the logs. Does not return where all is about to end: of a Ctrl-C, all processes hear, and
   * what ends of that has not failed.
   */
  synchronized void failed() throws InterruptedException {
    long end = System.nanoTime() + GRACE.toNanos();
    while (stopping || System.nanoTime() < end) {
      wait(GRACE.toMillis());
    }
    failed = true;
  }

  @Override
  public void run() {
    List<Child> all;
    synchronized (this) {
      stopping = true;
      services.forEach(Stopping::close);
      all = List.copyOf(children);
    }
    all.forEach(Child::stop);
    all.forEach(Child::awaitEnd);
    folder.clean(!failed);
  }

  private static void close(AutoCloseable service) {
    try {
      service.close();
    } catch (Exception failure) {
      System.err.println("Not stopped: " + failure);
    }
  }
}
