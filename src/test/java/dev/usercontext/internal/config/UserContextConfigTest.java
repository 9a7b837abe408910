package dev.usercontext.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.internal.vocabulary.Vocabulary;
import java.util.Map;
import java.util.Properties;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserContextConfigTest {

  @Test
  void hasDefaults() {
    UserContextConfig config = read(Map.of());

    assertThat(config.enabled()).isTrue();
    assertThat(config.renderer().vocabularies()).containsExactly(Vocabulary.FLAT, Vocabulary.OTEL);
    assertThat(config.renderer().attrsPrefix()).isEqualTo("user_attrs.");
    assertThat(config.propagation()).isEqualTo(Propagation.CONTEXT);
    assertThat(config.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"context, CONTEXT", "user, USER", "none, NONE"})
  void readsWhatIsPropagated(String value, Propagation propagation) {
    assertThat(read(Map.of("usercontext.propagation", value)).propagation()).isEqualTo(propagation);
  }

  @Test
  void refusesAPropagationItDoesNotKnow() {
    assertThatThrownBy(() -> read(Map.of("usercontext.propagation", "trace")))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContainingAll("UC0102", "usercontext.propagation=trace", "context, user, none");
  }

  @Test
  void takesTheDefaultForABlankValue() {
    UserContextConfig config =
        read(Map.of("usercontext.enabled", "", "usercontext.vocabularies", "  "));

    assertThat(config).isEqualTo(read(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"true, true", "TRUE, true", "' true ', true", "false, false", "False, false"})
  void canBeSwitchedOff(String value, boolean enabled) {
    assertThat(read(Map.of("usercontext.enabled", value)).enabled()).isEqualTo(enabled);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "off", "tru"})
  void refusesASwitchThatIsNeither(String value) {
    assertThatThrownBy(() -> read(Map.of("usercontext.enabled", value)))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContainingAll("UC0102", "usercontext.enabled=" + value, "true or false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"flat,", ",flat", "flat,,otel", "FLAT", "flat;otel", "user"})
  void refusesVocabulariesItDoesNotKnow(String value) {
    assertThatThrownBy(() -> read(Map.of("usercontext.vocabularies", value)))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContainingAll("UC0102", "usercontext.vocabularies=" + value)
        .hasMessageContaining("flat, otel, enduser, usr");
  }

  @Test
  void reportsEverythingThatIsWrongAtOnce() {
    Map<String, String> wrong =
        Map.of("usercontext.enabled", "maybe", "usercontext.vocabularies", "x,y");

    assertThatThrownBy(() -> read(wrong))
        .asInstanceOf(InstanceOfAssertFactories.type(InvalidConfigException.class))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .hasSize(3)
                    .allSatisfy(problem -> assertThat(problem).startsWith("UC0102 "))
                    .anySatisfy(problem -> assertThat(problem).contains("maybe"))
                    .anySatisfy(problem -> assertThat(problem).contains("\"x\""))
                    .anySatisfy(problem -> assertThat(problem).contains("\"y\"")));
  }

  @Test
  void namesVocabulariesForPeople() {
    assertThat(read(Map.of("usercontext.vocabularies", "usr,enduser")).vocabularies())
        .isEqualTo("usr, enduser");
  }

  private static UserContextConfig read(Map<String, String> values) {
    Properties properties = new Properties();
    properties.putAll(values);
    return UserContextConfig.read(Settings.ofSystem(properties, Map.of()));
  }
}
