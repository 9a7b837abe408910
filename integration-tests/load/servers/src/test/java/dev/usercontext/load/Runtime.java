package dev.usercontext.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A server that can be started with each of its variants, all at the same time. */
interface Runtime {

  List<Variant> variants();

  /**
   * Starts a process.
   *
   * @param work a folder for this process alone
   * @param traces where its spans go
   */
  Server start(Variant variant, Path work, String traces) throws IOException;

  static Runtime named(String name) {
    return switch (name) {
      case "quarkus" -> new QuarkusRuntime();
      case "wildfly" -> new WildFlyRuntime();
      case "open-liberty" -> new OpenLibertyRuntime();
      default -> throw new IllegalArgumentException("-Dload.runtime=" + name);
    };
  }

  /** A folder of this build. */
  static Path built(String folder) {
    return Path.of(System.getProperty("integration-tests"), folder).toAbsolutePath().normalize();
  }
}
