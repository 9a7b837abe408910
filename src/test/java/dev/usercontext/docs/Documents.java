package dev.usercontext.docs;

import static java.util.stream.Collectors.toCollection;

import dev.usercontext.testkit.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The documents of this project, and the sources that they quote. */
final class Documents {

  /** Where a document, or compiled code that one quotes, may be. */
  private static final List<String> FOLDERS =
      List.of("docs", "src", "user-context-test", "integration-tests", "dashboard", "demo", "bom");

  private Documents() {}

  /** Each Markdown file, by its path from the base of the project. */
  static List<String> all() throws IOException {
    TreeSet<String> found = files(file -> file.endsWith(".md"));
    try (Stream<Path> files = Files.list(Project.base())) {
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".md"))
          .forEach(found::add);
    }
    return List.copyOf(found);
  }

  static List<String> javaSources() throws IOException {
    return List.copyOf(files(file -> file.endsWith(".java")));
  }

  private static TreeSet<String> files(Predicate<String> wanted) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    for (String folder : FOLDERS) {
      Path start = Project.base().resolve(folder);
      if (Files.isDirectory(start)) {
        try (Stream<Path> files = Files.walk(start)) {
          found.addAll(
              files
                  .map(file -> Project.base().relativize(file).toString().replace('\\', '/'))
                  .filter(file -> !file.contains("/target/") && wanted.test(file))
                  .collect(toCollection(TreeSet::new)));
        }
      }
    }
    return found;
  }
}
