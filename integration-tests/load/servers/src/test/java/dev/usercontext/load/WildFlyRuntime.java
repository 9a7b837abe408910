package dev.usercontext.load;

import dev.usercontext.it.contract.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The server of the module wildfly, with folders of its own for what it writes. */
final class WildFlyRuntime implements Runtime {

  @Override
  public List<Variant> variants() {
    return List.of(Variant.WITHOUT, Variant.AGAIN, Variant.BY_HAND, Variant.WITH);
  }

  @Override
  public Server start(Variant variant, Path work, String traces) throws IOException {
    Path home = home();
    copy(home.resolve("standalone/configuration"), work.resolve("configuration"));
    JakartaApplication.write(variant, traces, Files.createDirectories(work.resolve("deployments")));
    int port = FreePort.find();
    return Server.start(
        work,
        "http://127.0.0.1:" + port + "/" + JakartaApplication.NAME + "/",
        List.of(
            Server.java(),
            "-Xms512m",
            "-Xmx512m",
            "-Dload.by-hand=" + variant.isByHand(),
            "-Djboss.home.dir=" + home,
            "-Djboss.server.base.dir=" + work,
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
        Map.of());
  }

  private static Path home() throws IOException {
    try (Stream<Path> files = Files.list(Runtime.built("wildfly/target"))) {
      return files
          .filter(file -> Files.exists(file.resolve("jboss-modules.jar")))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("build the module wildfly first"));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
