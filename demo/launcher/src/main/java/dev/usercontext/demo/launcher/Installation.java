package dev.usercontext.demo.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;

/** What the build has made, and where. */
record Installation(Path root) {

  static Installation find() {
    try {
      Path jar =
          Path.of(Demo.class.getProtectionDomain().getCodeSource().getLocation().toURI())
              .toAbsolutePath();
      // demo/launcher/target/user-context-demo.jar
      return new Installation(jar.getParent().getParent().getParent().getParent());
    } catch (URISyntaxException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** An entry of the jar's manifest. */
  static String manifest(String name) throws IOException {
    try (InputStream manifest =
        Demo.class.getClassLoader().getResourceAsStream("META-INF/MANIFEST.MF")) {
      return new Manifest(manifest).getMainAttributes().getValue(name);
    }
  }

  Path launcher() {
    return root.resolve("demo/launcher/target");
  }

  /** What is there, or the word that the build is to be run. */
  Path built(String path) throws Problem {
    Path file = root.resolve(path);
    if (!Files.exists(file)) {
      throw new Problem("DEMO03", file + " is not there. demo/run builds it; so does Maven.");
    }
    return file;
  }

  /** A JVM like this one, which ends when this one does. */
  List<String> java(String... options) throws Problem {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // One compiler is enough for this, and sooner done with a start.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:ReservedCodeCacheSize=240m");
    command.add("-javaagent:" + built("demo/launcher/target/user-context-demo.jar"));
    command.addAll(List.of(options));
    return command;
  }
}
