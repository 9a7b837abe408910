package dev.usercontext.demo.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One way to run the application. */
interface AppRuntime {

  /**
   * Prepares what the runtime needs, and says how to start it.
   *
   * @param settings of the application, as system properties
   */
  Command prepare(Installation installation, Path folder, int port, List<String> settings)
      throws Problem, IOException;

  static AppRuntime of(Options.RuntimeName name, Ports ports) {
    return switch (name) {
      case QUARKUS -> new QuarkusRuntime();
      case WILDFLY -> new WildFlyRuntime(ports);
      case OPEN_LIBERTY -> new OpenLibertyRuntime();
    };
  }

  /** A command line and what is added to its environment. */
  record Command(List<String> line, Map<String, String> environment) {}
}
