package dev.usercontext.demo.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Open Liberty as it comes, with a server of the demo's own; the second start is quicker. */
final class OpenLibertyRuntime implements AppRuntime {
  private static final String SERVER = "help-desk";

  @Override
  public Command prepare(Installation installation, Path folder, int port, List<String> settings)
      throws Problem, IOException {
    Path home = installation.built("integration-tests/open-liberty/target/wlp");
    Path user = installation.launcher().resolve("open-liberty");
    Path server = Files.createDirectories(user.resolve("servers").resolve(SERVER));
    try (InputStream xml = OpenLibertyRuntime.class.getResourceAsStream("server.xml")) {
      Files.copy(xml, server.resolve("server.xml"), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(server.resolve("bootstrap.properties"), "http.port=" + port + '\n');
    Files.copy(
        installation.built("demo/app/target/user-context-demo.war"),
        Files.createDirectories(server.resolve("apps")).resolve("user-context-demo.war"),
        StandardCopyOption.REPLACE_EXISTING);
    List<String> line =
        installation.java(
            "-Xmx512m",
            "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
            "@" + home.resolve("lib/platform/java/java9.options"));
    line.addAll(settings);
    line.addAll(List.of("-jar", home.resolve("bin/tools/ws-server.jar").toString(), SERVER));
    return new Command(
        line,
        Map.of("WLP_USER_DIR", user.toString(), "LOG_DIR", folder.resolve("logs").toString()));
  }
}
