package dev.usercontext.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of this project, from wherever the tests are run. */
public final class Project {

  private Project() {}

  /**
   * The first group of what a pattern finds in a file, by its path from the base of the project.
   */
  public static List<String> find(String path, String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(read(path).orElseThrow(() -> new AssertionError(path)))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** What is in a file, by its path from the base of the project. */
  public static Optional<String> read(String path) {
    try {
      Path file = base().resolve(path);
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static void write(String path, String text) {
    try {
      Files.createDirectories(base().resolve(path).getParent());
      Files.writeString(base().resolve(path), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The folder that the tests are built in has it as the second one above. */
  public static Path base() {
    return locationOf(Project.class).getParent().getParent();
  }

  /** All classes of the library, not initialized, from a directory or from the jar. */
  public static List<Class<?>> classesOf(Class<?> oneOfThem) {
    Path location = locationOf(oneOfThem);
    try {
      if (Files.isDirectory(location)) {
        return classesIn(location);
      }
      URI jar = URI.create("jar:" + location.toUri());
      try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
        return classesIn(files.getPath("/"));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Class<?>> classesIn(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .<Class<?>>map(file -> load(file.replace(".class", "").replace('/', '.')))
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Project.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
