package dev.usercontext.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.Project;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Java that a document shows is code that this build compiles: what stands in some source between
 * {@code // docs: NAME} and {@code // docs: end}, but for its indentation.
 */
class SnippetsTest {

  private static final Pattern REGION =
      Pattern.compile("^ *// docs: (?!end)(.*)\n((?s:.*?))^ *// docs: end$", Pattern.MULTILINE);

  @Test
  void everySnippetIsCompiled() throws IOException {
    Map<String, String> regions = regions();
    var unknown = new ArrayList<String>();
    var unused = new TreeMap<>(regions);
    for (String file : Documents.all()) {
      for (String block : new Markdown(Project.read(file).orElseThrow()).javaBlocks()) {
        if (!regions.containsValue(block)) {
          unknown.add(file + ":\n" + block);
        }
        unused.values().removeIf(block::equals);
      }
    }
    assertThat(unknown)
        .as("Java of documents that no source has between // docs: NAME and // docs: end")
        .isEmpty();
    assertThat(unused.keySet()).as("marked code that no document shows").isEmpty();
  }

  private static Map<String, String> regions() throws IOException {
    Map<String, String> regions = new TreeMap<>();
    for (String file : Documents.javaSources()) {
      REGION
          .matcher(Project.read(file).orElseThrow())
          .results()
          .forEach(
              region ->
                  regions.put(
                      file + ": " + region.group(1),
                      region.group(2).stripTrailing().stripIndent().strip()));
    }
    return regions;
  }
}
