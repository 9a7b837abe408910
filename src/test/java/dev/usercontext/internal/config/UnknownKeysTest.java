package dev.usercontext.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnknownKeysTest {

  @ParameterizedTest
  @CsvSource({
    "usercontext.enable, usercontext.enabled",
    "usercontext.disabled, usercontext.enabled",
    "usercontext.vocabulary, usercontext.vocabularies",
    "usercontext.attrsprefix, usercontext.attrs-prefix",
    "usercontext.attrs.prefix, usercontext.attrs-prefix",
    "USERCONTEXT_ENABLE, USERCONTEXT_ENABLED",
    "USERCONTEXT_VOCABULARY, USERCONTEXT_VOCABULARIES"
  })
  void namesTheNearestKeyThatThereIs(String unknown, String nearest) {
    assertThat(UnknownKeys.in(Set.of(unknown)))
        .singleElement()
        .asString()
        .startsWith("UC0101 ")
        .contains(unknown + ";", nearest + "?");
  }

  @ParameterizedTest
  @EnumSource
  void saysNothingOfKeysThatThereAre(ConfigKey key) {
    String environment =
        key.key().replace('.', '_').replace('-', '_').toUpperCase(java.util.Locale.ROOT);

    assertThat(UnknownKeys.in(Set.of(key.key(), environment))).isEmpty();
  }

  @Test
  void saysNothingOfTheKeysOfOthers() {
    assertThat(
            UnknownKeys.in(
                Set.of("user.home", "usercontextual.x", "otel.service.name", "USER", "PATH")))
        .isEmpty();
  }

  @Test
  void namesAnUnknownVariableOnceWhereItIsShownUnderTwoNames() {
    assertThat(UnknownKeys.in(Set.of("USERCONTEXT_ATTR_PREFIX", "usercontext.attr.prefix")))
        .singleElement()
        .asString()
        .contains("USERCONTEXT_ATTRS_PREFIX?");
  }

  @Test
  void namesEachOfSeveral() {
    assertThat(UnknownKeys.in(Set.of("usercontext.a", "usercontext.b", "usercontext.enabled")))
        .hasSize(2);
  }
}
