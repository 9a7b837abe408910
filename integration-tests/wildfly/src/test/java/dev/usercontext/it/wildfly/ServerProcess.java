package dev.usercontext.it.wildfly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The JVM of the server, which is a child of the one of the tests. */
final class ServerProcess {

  private static final String CLASS_LOADER = "org.jboss.modules.ModuleClassLoader";

  private final long pid;

  private ServerProcess(long pid) {
    this.pid = pid;
  }

  /** The one that runs this configuration. */
  static ServerProcess of(String configuration) {
    return ProcessHandle.current()
        .descendants()
        .filter(
            process ->
                List.of(process.info().arguments().orElse(new String[0]))
                    .toString()
                    .contains(configuration))
        .findFirst()
        .map(process -> new ServerProcess(process.pid()))
        .orElseThrow(() -> new IllegalStateException("no server with " + configuration));
  }

  String command() {
    return ProcessHandle.of(pid).flatMap(process -> process.info().command()).orElseThrow();
  }

  /** How many class loaders of modules, of deployments among them, are alive after a collection. */
  long classLoaders() throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    jcmd.waitFor();
    return histogram
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns.length >= 4 && columns[3].equals(CLASS_LOADER))
        .mapToLong(columns -> Long.parseLong(columns[1]))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(histogram));
  }
}
