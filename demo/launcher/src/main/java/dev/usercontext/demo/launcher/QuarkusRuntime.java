package dev.usercontext.demo.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The jar that Quarkus's build makes. */
final class QuarkusRuntime implements AppRuntime {

  @Override
  public Command prepare(Installation installation, Path folder, int port, List<String> settings)
      throws Problem {
    List<String> line = installation.java("-Xmx256m", "-Dquarkus.http.port=" + port);
    line.addAll(settings);
    line.addAll(
        List.of(
            "-jar", installation.built("demo/app/target/quarkus-app/quarkus-run.jar").toString()));
    return new Command(line, Map.of());
  }
}
