package dev.usercontext.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the demo from running is said in a line that helps. */
final class RefusalsIT {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  @TempDir Path temp;

  @Test
  void aPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        RunningDemo demo = RunningDemo.start("--port", Integer.toString(taken.getLocalPort()))) {
      assertThat(demo.awaitEnd()).isEqualTo(1);
      assertThat(demo.said())
          .contains("DEMO04: port " + taken.getLocalPort() + " is taken", "--port PORT");
      demo.assertNothingIsLeft();
    }
  }

  @Test
  void aFlagThatIsNotKnown() throws Exception {
    try (RunningDemo demo = RunningDemo.start("--runtime", "tomcat")) {
      assertThat(demo.awaitEnd()).isEqualTo(1);
      assertThat(demo.said()).contains("DEMO06", "\"tomcat\"", "--runtime quarkus|wildfly");
    }
  }

  @Test
  void aJavaThatIsTooOld() throws Exception {
    script("jdk/bin/java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

    assertThat(run(ROOT, Map.of("JAVA_HOME", temp.resolve("jdk").toString())))
        .contains("DEMO01: Java 11.0.2 is too old", "JDK 17");
  }

  @Test
  void noNetwork() throws Exception {
    Files.createDirectories(temp.resolve("demo"));
    Files.copy(ROOT.resolve("demo/run"), temp.resolve("demo/run"));
    script("mvnw", "echo 'curl: (6) Could not resolve host: repo.maven.apache.org'; exit 1");

    assertThat(run(temp, Map.of())).contains("DEMO02: Maven could not download", "network");
  }

  @Test
  void aBuildThatFails() throws Exception {
    Files.createDirectories(temp.resolve("demo"));
    Files.copy(ROOT.resolve("demo/run"), temp.resolve("demo/run"));
    script("mvnw", "echo '[ERROR] COMPILATION ERROR'; exit 1");

    assertThat(run(temp, Map.of())).contains("COMPILATION ERROR", "DEMO03", "build.log");
  }

  private void script(String name, String body) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String run(Path root, Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("sh", root.resolve("demo/run").toString()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(1);
    return said;
  }
}
