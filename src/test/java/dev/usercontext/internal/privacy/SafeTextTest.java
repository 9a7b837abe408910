package dev.usercontext.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

  private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69";

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ada", "CORP\\ursula", "\u00e4\u4e2d", "a b", FAMILY, "a\uD83D\uDE00"})
  void leavesAloneWhatHarmsNobody(String text) {
    assertThat(SafeText.of(text)).isSameAs(text);
    assertThat(SafeText.identifier(text)).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(
      chars = {
        '\r', '\n', '\t', '\0', '\u007F', '\u0085', '\u2028', '\u202E', '\u200F', '\u2066',
        '\uD800', '\uDC00'
      })
  void replacesWhatCouldHarmAReader(char harmful) {
    assertThat(SafeText.of("a" + harmful + "b")).isEqualTo("a\uFFFDb");
    assertThat(SafeText.identifier("a" + harmful + "b"))
        .isEqualTo(String.format("a\\u%04xb", (int) harmful));
  }

  @Test
  void neverMakesOneIdOfTwo() {
    assertThat(
            Set.of(
                SafeText.identifier("a\r"),
                SafeText.identifier("a\n"),
                SafeText.identifier("a\\u000a"),
                SafeText.identifier("a\\u005cu000a"),
                SafeText.identifier("a\\n")))
        .hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, 3, abc",
    "abc, 2, ab",
    "a\uD83D\uDE00b, 2, a",
    "a\uD83D\uDE00b, 3, a\uD83D\uDE00"
  })
  void cutsBetweenCharacters(String text, int max, String cut) {
    assertThat(SafeText.cut(text, max)).isEqualTo(cut);
  }
}
