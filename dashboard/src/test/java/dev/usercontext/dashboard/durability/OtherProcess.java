package dev.usercontext.dashboard.durability;

import dev.usercontext.dashboard.intake.RunningIntake;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.duckdb.DuckDbStore;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A dashboard's store and intake in a process of their own, which can be killed. */
final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final int port;

  private OtherProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** The process itself: opens the folder, says its port, and goes on until it is killed. */
  public static void main(String[] args) throws Exception {
    SpanStore store = DuckDbStore.open(Path.of(args[0]));
    RunningIntake intake = new RunningIntake(store, 50_000, null);
    System.out.println("port " + intake.grpcPort());
    Thread.currentThread().join();
  }

  static OtherProcess start(Path folder) throws IOException {
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            OtherProcess.class.getName(),
            folder.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("port ")) {
        Thread reader = new Thread(() -> out.lines().forEach(more -> {}));
        reader.setDaemon(true);
        reader.start();
        return new OtherProcess(process, Integer.parseInt(line.substring(5)));
      }
      said.append(line).append('\n');
    }
    throw new IOException("It did not start: " + said);
  }

  ManagedChannel channel() {
    return NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
  }

  long pid() {
    return process.pid();
  }

  /** As kill -9 does: nothing is flushed, nothing is closed. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("It does not die.");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
