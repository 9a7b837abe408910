package dev.usercontext.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.internal.vocabulary.Vocabulary;
import dev.usercontext.testkit.Project;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** docs/configuration.md lists what there is, all of it and nothing else. */
class ConfigurationDocumentTest {

  private static final String FILE = "docs/configuration.md";

  @Test
  void listsEveryKeyWithItsDefault() {
    assertThat(Project.find(FILE, "^\\| (`usercontext\\.\\S+` \\|(?: `.*?`)?) \\| \\S.*\\|$"))
        .containsExactlyElementsOf(
            Arrays.stream(ConfigKey.values())
                .map(key -> "`" + key.key() + "` |" + cell(key.defaultValue()))
                .toList());
  }

  @Test
  void listsEveryVocabulary() {
    assertThat(Project.find(FILE, "^\\| `(\\w+)` \\| `\\S+` \\| [^|]*\\| [^|]+ \\|$"))
        .containsExactlyElementsOf(
            Vocabulary.BUILT_IN.stream().map(Vocabulary::configName).toList());
  }

  private static String cell(String defaultValue) {
    return defaultValue.isEmpty() ? "" : " `" + defaultValue + "`";
  }
}
