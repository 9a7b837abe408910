package dev.usercontext.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  private final Pseudonyms pseudonyms = of(key("k1", SECRET), "");

  /** As docs/privacy.md has it made by openssl. */
  @Test
  void isHmacSha256OfPurposeEnvironmentAndId() {
    assertThat(of(key("k1", SECRET), "prod").ofId("u-42"))
        .isEqualTo("k1.e5864134273d73c16037e976986d49e3");
  }

  @Test
  void isTheSameForTheSameUserAndAnotherForAnother() {
    assertThat(pseudonyms.ofId("u-42")).isEqualTo(pseudonyms.ofId("u-42"));
    assertThat(pseudonyms.ofId("u-42")).isNotEqualTo(pseudonyms.ofId("u-43"));
  }

  @Test
  void isAnotherUnderAnotherKeyInAnotherEnvironmentAndForAnotherPurpose() {
    assertThat(
            List.of(
                pseudonyms.ofId("x"),
                pseudonyms.ofEmail("x"),
                pseudonyms.ofSession("x"),
                of(key("k1", SECRET), "test").ofId("x"),
                of(key("k1", SECRET + "!"), "").ofId("x"),
                of(key("k2", SECRET), "").ofId("x")))
        .doesNotHaveDuplicates();
  }

  @Test
  void isThatOfEverySpellingOfAnEmail() {
    assertThat(pseudonyms.ofEmail(" Ada@Example.COM"))
        .isEqualTo(pseudonyms.ofEmail("ada@example.com"));
  }

  @Test
  void keepsApartWhatNoEncodingCan() {
    assertThat(
            Set.of(
                pseudonyms.ofId("a\uD800"),
                pseudonyms.ofId("a\uD801"),
                pseudonyms.ofId("a?"),
                pseudonyms.ofId("a\\ud800")))
        .hasSize(4);
  }

  @Test
  void namesThePseudonymsOfFormerKeysAfterThatOfToday() {
    Pseudonyms rotated = new Pseudonyms(key("k2", SECRET + "2"), List.of(key("k1", SECRET)), "");

    assertThat(rotated.allOfId("u-42"))
        .containsExactly(rotated.ofId("u-42"), pseudonyms.ofId("u-42"));
  }

  @Test
  void tellsTheSameOnManyThreads() {
    List<String> expected = IntStream.range(0, 64).mapToObj(i -> pseudonyms.ofId("u" + i)).toList();
    Set<String> wrong = ConcurrentHashMap.newKeySet();

    IntStream.range(0, 20_000)
        .parallel()
        .forEach(
            i -> {
              if (!pseudonyms.ofId("u" + i % 64).equals(expected.get(i % 64))) {
                wrong.add("u" + i % 64);
              }
            });

    assertThat(wrong).isEmpty();
  }

  @Test
  void refusesAShortKeyAndCountsBytes() {
    assertThatThrownBy(() -> key("k1", "x".repeat(31)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must have at least 32 bytes, it has 31");
    assertThat(key("k1", "\u00e4".repeat(16))).isNotNull();
  }

  @Test
  void doesNotTellTheSecret() {
    assertThat(pseudonyms.toString()).contains("k1").doesNotContain(SECRET);
  }

  private static PseudonymKey key(String id, String secret) {
    return new PseudonymKey(id, secret);
  }

  private static Pseudonyms of(PseudonymKey key, String environment) {
    return new Pseudonyms(key, List.of(), environment);
  }
}
