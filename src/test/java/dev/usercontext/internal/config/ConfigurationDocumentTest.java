package dev.usercontext.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.vocabulary.Vocabulary;
import dev.usercontext.testkit.Project;
import org.junit.jupiter.api.Test;

/**
 * docs/configuration.md lists what there is, all of it and nothing else; see also ReferenceTest.
 */
class ConfigurationDocumentTest {

  private static final String FILE = "docs/configuration.md";

  @Test
  void listsEveryVocabulary() {
    assertThat(Project.find(FILE, "^\\| `(\\w+)` \\| `\\S+` \\| [^|]*\\| [^|]+ \\|$"))
        .containsExactlyElementsOf(
            Vocabulary.BUILT_IN.stream().map(Vocabulary::configName).toList());
  }
}
