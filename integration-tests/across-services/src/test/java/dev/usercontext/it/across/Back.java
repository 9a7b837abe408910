package dev.usercontext.it.across;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.WebXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** WildFly with an application that believes baggage. */
final class Back {

  private final int port;

  Back() throws IOException {
    port = Service.freePort();
  }

  String url() {
    return "http://127.0.0.1:" + port + "/back/";
  }

  Service start(Path work) throws IOException {
    Path base = work.resolve("back");
    Path home = home();
    copy(home.resolve("standalone").resolve("configuration"), base.resolve("configuration"));
    Path deployments = Files.createDirectories(base.resolve("deployments"));
    ApplicationWar.unaware("back")
        .parts("across")
        .webXml(WebXml.basic())
        .configure("usercontext.baggage.trust", "true")
        .configure("usercontext.provenance", "true")
        .withLibrary()
        .build()
        .as(ZipExporter.class)
        .exportTo(deployments.resolve("back.war").toFile(), true);
    return Service.start(
        "back",
        List.of(
            Service.java(),
            "-Xmx512m",
            "-Djboss.home.dir=" + home,
            "-Djboss.server.base.dir=" + base,
            "-Djboss.http.port=" + port,
            "-Djboss.https.port=0",
            "-Djboss.management.http.port=" + Service.freePort(),
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
    Path target = Path.of(System.getProperty("back.target"));
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
