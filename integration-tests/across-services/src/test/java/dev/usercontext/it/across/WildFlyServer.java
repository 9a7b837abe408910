package dev.usercontext.it.across;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** The server of the module wildfly, with one application. */
final class WildFlyServer {

  private final String name;
  private final int port;

  WildFlyServer(String name) {
    this.name = name;
    port = FreePort.find();
  }

  String url() {
    return "http://127.0.0.1:" + port + '/' + name + '/';
  }

  Service start(ApplicationWar application, Path work) throws IOException {
    Path base = work.resolve(name);
    Path home = home();
    copy(home.resolve("standalone").resolve("configuration"), base.resolve("configuration"));
    Path deployments = Files.createDirectories(base.resolve("deployments"));
    application
        .build()
        .as(ZipExporter.class)
        .exportTo(deployments.resolve(name + ".war").toFile(), true);
    return Service.start(
        name,
        List.of(
            "-Xmx512m",
            "-Djboss.home.dir=" + home,
            "-Djboss.server.base.dir=" + base,
            "-Djboss.http.port=" + port,
            "-Djboss.https.port=0",
            "-Djboss.management.http.port=" + FreePort.find(),
            "-jar",
            home.resolve("jboss-modules.jar").toString(),
            "-mp",
            home.resolve("modules").toString(),
            "org.jboss.as.standalone",
            "-c",
            "standalone-telemetry.xml"),
        work);
  }

  private static Path home() throws IOException {
    Path target = Path.of(System.getProperty("wildfly.target"));
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        for (Path file : files.sorted().toList()) {
          if (Files.exists(file.resolve("jboss-modules.jar"))) {
            return file.toRealPath();
          }
        }
      }
    }
    throw new IllegalStateException("build the module wildfly first: no server in " + target);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(file.getFileName());
        Files.deleteIfExists(copy);
        Files.copy(file, copy);
      }
    }
  }
}
