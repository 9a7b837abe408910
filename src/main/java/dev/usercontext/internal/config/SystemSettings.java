package dev.usercontext.internal.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** System properties, then environment variables by the rules of MicroProfile Config 3.1, 5.3.1. */
record SystemSettings(Properties properties, Map<String, String> environment) implements Settings {

  @Override
  public Optional<String> get(String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      String name = key.replaceAll("[^A-Za-z0-9]", "_");
      value = environment.get(name);
      if (value == null) {
        value = environment.get(name.toUpperCase(Locale.ROOT));
      }
    }
    return Optional.ofNullable(value);
  }

  @Override
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>(environment.keySet());
    keys.addAll(properties.stringPropertyNames());
    return keys;
  }
}
