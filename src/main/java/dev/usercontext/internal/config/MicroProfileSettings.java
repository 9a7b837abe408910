package dev.usercontext.internal.config;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** MicroProfile Config of the calling application; loaded only where that API is present. */
record MicroProfileSettings(Config config) implements Settings {

  static Settings ofApplication() {
    return new MicroProfileSettings(ConfigProvider.getConfig());
  }

  @Override
  public Optional<String> get(String key) {
    return config.getOptionalValue(key, String.class);
  }

  @Override
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    config.getPropertyNames().forEach(keys::add);
    return keys;
  }
}
