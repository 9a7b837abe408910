package dev.usercontext.internal.config;

import dev.usercontext.internal.diagnostics.ClassPresence;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** Raw values, and every key that is set and may be of this library. */
final class Settings {

  private static final boolean MICROPROFILE =
      ClassPresence.isPresent("org.eclipse.microprofile.config.ConfigProvider");

  /** Of environment variables that may be meant for this library. */
  static final String ENVIRONMENT_PREFIX = environmentName(ConfigKey.PREFIX);

  private final Function<String, Optional<String>> values;
  private final Set<String> keys;

  private Settings(Function<String, Optional<String>> values, Set<String> keys) {
    this.values = values;
    this.keys = keys;
  }

  /** MicroProfile Config of the calling application where there is any, else the system's. */
  static Settings ofApplication() {
    return MICROPROFILE
        ? MicroProfile.ofApplication()
        : ofSystem(System.getProperties(), System.getenv());
  }

  /** System properties, then the environment, by the rules of MicroProfile Config 3.1, 5.3.1. */
  static Settings ofSystem(Properties properties, Map<String, String> environment) {
    Set<String> keys = new TreeSet<>();
    environment.keySet().forEach(key -> add(key, keys));
    properties.stringPropertyNames().forEach(key -> add(key, keys));
    return new Settings(
        key ->
            Optional.ofNullable(properties.getProperty(key))
                .or(() -> Optional.ofNullable(environment.get(environmentName(key)))),
        keys);
  }

  static String environmentName(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** A server has hundreds of others, and this is read several times as it starts. */
  private static void add(String key, Set<String> keys) {
    if (key.startsWith(ConfigKey.PREFIX) || key.startsWith(ENVIRONMENT_PREFIX)) {
      keys.add(key);
    }
  }

  Optional<String> get(String key) {
    return values.apply(key);
  }

  Set<String> keys() {
    return keys;
  }

  /** A class of its own, so that it is linked only after {@link #MICROPROFILE} was asked. */
  private static final class MicroProfile {
    static Settings ofApplication() {
      ConfigProviderResolver implementation;
      try {
        implementation = ConfigProviderResolver.instance();
      } catch (IllegalStateException e) {
        // Only the API is there, as a command-line tool gets it from an umbrella artifact.
        return ofSystem(System.getProperties(), System.getenv());
      }
      Config config = implementation.getConfig();
      Set<String> keys = new TreeSet<>();
      config.getPropertyNames().forEach(key -> add(key, keys));
      return new Settings(key -> value(config, key), keys);
    }

    /** Empty also for one that refers to another that is not there. */
    private static Optional<String> value(Config config, String key) {
      try {
        return config.getOptionalValue(key, String.class);
      } catch (NoSuchElementException e) {
        return Optional.empty();
      }
    }
  }
}
