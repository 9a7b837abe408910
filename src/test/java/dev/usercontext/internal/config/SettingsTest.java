package dev.usercontext.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.Test;

/** The two places that configuration comes from, and that they agree. */
class SettingsTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "USERCONTEXT_ATTRS_PREFIX", "environment.",
          "USERCONTEXT_VOCABULARIES", "usr",
          "PATH", "/bin");

  @Test
  void withoutMicroProfileASystemPropertyBeatsTheEnvironment() {
    UserContextConfig config =
        ofSystem(Map.of("usercontext.attrs-prefix", "property."), ENVIRONMENT);

    assertThat(config.renderer().attrsPrefix()).isEqualTo("property.");
    assertThat(config.vocabularies()).isEqualTo("usr");
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void withoutMicroProfileUnknownKeysAreWarnedAbout() {
    UserContextConfig config =
        ofSystem(Map.of("usercontext.vocabulary", "usr"), Map.of("USERCONTEXT_ENABLE", "false"));

    assertThat(config.enabled()).isTrue();
    assertThat(config.warnings())
        .hasSize(2)
        .anySatisfy(warning -> assertThat(warning).contains("usercontext.vocabularies?"))
        .anySatisfy(warning -> assertThat(warning).contains("USERCONTEXT_ENABLED?"));
  }

  @Test
  void microProfileReadsTheEnvironmentWithoutWarnings() throws Exception {
    UserContextConfig config = ofMicroProfile(Map.of(), ENVIRONMENT);

    assertThat(config.renderer().attrsPrefix()).isEqualTo("environment.");
    assertThat(config.vocabularies()).isEqualTo("usr");
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void microProfileReadsTheSourcesOfTheApplication() throws Exception {
    UserContextConfig config =
        ofMicroProfile(
            Map.of("usercontext.enabled", "false", "usercontext.vocabulary", "usr"), Map.of());

    assertThat(config.enabled()).isFalse();
    assertThat(config.warnings())
        .singleElement()
        .asString()
        .contains("usercontext.vocabulary;", "usercontext.vocabularies?");
  }

  @Test
  void microProfileRefusesAKeyWhoseVariableIsNotThere() {
    assertThatThrownBy(
            () ->
                ofMicroProfile(
                    Map.of("usercontext.pseudonym.key", "${NO_SUCH_VARIABLE_ANYWHERE}"), Map.of()))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContainingAll("UC0103", "usercontext.pseudonym.key");
  }

  private static UserContextConfig ofSystem(
      Map<String, String> properties, Map<String, String> environment) {
    Properties system = new Properties();
    system.putAll(properties);
    return UserContextConfig.read(Settings.ofSystem(system, environment));
  }

  /** An application is known by its context class loader. */
  private static UserContextConfig ofMicroProfile(
      Map<String, String> properties, Map<String, String> environment) throws Exception {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(new PropertiesConfigSource(properties, "test", 100))
            .withSources(new EnvConfigSource(environment, 300))
            .build();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader application = new URLClassLoader(new URL[0], before)) {
      ConfigProviderResolver.instance().registerConfig(config, application);
      thread.setContextClassLoader(application);
      return UserContextConfig.load();
    } finally {
      thread.setContextClassLoader(before);
      ConfigProviderResolver.instance().releaseConfig(config);
    }
  }
}
