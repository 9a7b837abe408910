package dev.usercontext.it.across;

import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** The server of the module open-liberty, with one application. */
final class LibertyServer {

  private final String name;
  private final int port;

  LibertyServer(String name) {
    this.name = name;
    port = FreePort.find();
  }

  String url() {
    return "http://127.0.0.1:" + port + '/' + name + '/';
  }

  Service start(ApplicationWar application, Path work) throws IOException {
    Path home = Path.of(System.getProperty("liberty.home")).toRealPath();
    Path users = Path.of(System.getProperty("liberty.servers"));
    Path user = work.resolve("liberty");
    Path server = Files.createDirectories(user.resolve("servers").resolve(name));
    Path apps = Files.createDirectories(server.resolve("apps"));
    application.build().as(ZipExporter.class).exportTo(apps.resolve(name + ".war").toFile(), true);
    Files.writeString(server.resolve("bootstrap.properties"), "http.port=" + port + '\n');
    Files.writeString(
        server.resolve("server.xml"),
        """
        <server>
          <include location="%s"/>
          <featureManager><feature>mpTelemetry-2.1</feature></featureManager>
          <webApplication location="%s.war" contextRoot="%s"/>
        </server>
        """
            .formatted(users.resolve("common.xml").toRealPath(), name, name));
    return Service.start(
        name,
        List.of(
            "-Xmx512m",
            "@" + home.resolve("lib/platform/java/java9.options"),
            "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
            "-jar",
            home.resolve("bin/tools/ws-server.jar").toString(),
            name),
        Map.of("WLP_USER_DIR", user.toAbsolutePath().toString()),
        work);
  }
}
