package dev.usercontext.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every link from a document to a file of this project leads there, to the very heading. */
class LinksTest {

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    for (String file : Documents.all()) {
      for (String link : new Markdown(Project.read(file).orElseThrow()).links()) {
        if (!link.contains(":") && !leadsSomewhere(file, link)) {
          dead.add(file + " -> " + link);
        }
      }
    }
    assertThat(dead).as("links of documents that lead nowhere").isEmpty();
  }

  /** Who has a question begins at one place. */
  @Test
  void theIndexHasEveryPage() throws IOException {
    List<String> links = new Markdown(Project.read("docs/README.md").orElseThrow()).links();
    assertThat(links.stream().map(link -> link.replaceAll("#.*", "")))
        .as("pages that docs/README.md links to")
        .containsAll(
            Documents.all().stream()
                .filter(file -> file.startsWith("docs/") && !file.equals("docs/README.md"))
                .map(file -> file.substring("docs/".length()))
                .toList());
  }

  private static boolean leadsSomewhere(String from, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path file =
        parts[0].isEmpty() ? Path.of(from) : Path.of(from).resolveSibling(parts[0]).normalize();
    if (!Files.exists(Project.base().resolve(file))) {
      return false;
    }
    return parts.length == 1
        || new Markdown(Project.read(file.toString().replace('\\', '/')).orElse(""))
            .anchors()
            .contains(parts[1]);
  }
}
