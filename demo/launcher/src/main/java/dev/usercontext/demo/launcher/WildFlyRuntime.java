package dev.usercontext.demo.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** WildFly as it comes, with {@code standalone-microprofile.xml}; what it writes is elsewhere. */
final class WildFlyRuntime implements AppRuntime {
  private static final String HOME = "integration-tests/wildfly/target/wildfly-";
  private static final List<String> OPEN =
      List.of("io", "lang", "lang.invoke", "lang.reflect", "net", "security", "util");

  private final Ports ports;

  WildFlyRuntime(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Command prepare(Installation installation, Path folder, int port, List<String> settings)
      throws Problem, IOException {
    Path home = installation.built(HOME + Installation.manifest("WildFly-Version"));
    Path base = prepareBase(installation, home, folder);
    List<String> line = installation.java("-Xmx512m");
    OPEN.forEach(name -> line.add("--add-opens=java.base/java." + name + "=ALL-UNNAMED"));
    line.addAll(
        List.of(
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "-Djboss.home.dir=" + home,
            "-Djboss.server.base.dir=" + base,
            "-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"),
            "-Dlogging.configuration=" + base.resolve("configuration/logging.properties").toUri(),
            "-Djboss.bind.address=127.0.0.1",
            "-Djboss.bind.address.management=127.0.0.1",
            "-Djboss.http.port=" + port,
            "-Djboss.https.port=" + ports.any(),
            "-Djboss.management.http.port=" + ports.any()));
    line.addAll(settings);
    line.addAll(
        List.of(
            "-jar",
            home.resolve("jboss-modules.jar").toString(),
            "-mp",
            home.resolve("modules").toString(),
            "org.jboss.as.standalone",
            "-c",
            "standalone-microprofile.xml"));
    return new Command(line, Map.of());
  }

  private static Path prepareBase(Installation installation, Path home, Path folder)
      throws Problem, IOException {
    Path base = Files.createDirectories(folder.resolve("wildfly"));
    Path configuration = Files.createDirectories(base.resolve("configuration"));
    try (Stream<Path> files = Files.list(home.resolve("standalone/configuration"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, configuration.resolve(file.getFileName()));
      }
    }
    Files.writeString(configuration.resolve("application-users.properties"), users());
    Files.copy(
        installation.built("demo/app/target/user-context-demo.war"),
        Files.createDirectories(base.resolve("deployments")).resolve("user-context-demo.war"));
    return base;
  }

  private static String users() {
    return DemoUser.ALL.stream()
        .map(user -> user.name() + '=' + hash(user) + '\n')
        .collect(Collectors.joining("", "#$REALM_NAME=ApplicationRealm$\n", ""));
  }

  /** As WildFly's own add-user has it. */
  private static String hash(DemoUser user) {
    String text = user.name() + ":ApplicationRealm:" + user.password();
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
