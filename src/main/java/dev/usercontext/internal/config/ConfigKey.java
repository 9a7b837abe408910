package dev.usercontext.internal.config;

import java.util.Optional;

/** Every key of the configuration, with its default. */
public enum ConfigKey {
  /** {@code false} switches everything off: no filter, no processor, interceptors do nothing. */
  ENABLED("enabled", "true"),
  /** The names under which a user is written: one or more of flat, otel, enduser, usr. */
  VOCABULARIES("vocabularies", "flat,otel"),
  /** What the name of a custom attribute is prefixed with. */
  ATTRS_PREFIX("attrs-prefix", "user_attrs."),
  /** What managed threads are given: context (user and trace), user, or none. */
  PROPAGATION("propagation", "context");

  /** What every key begins with. */
  public static final String PREFIX = "usercontext.";

  private final String key;
  private final String defaultValue;

  ConfigKey(String name, String defaultValue) {
    this.key = PREFIX + name;
    this.defaultValue = defaultValue;
  }

  public String key() {
    return key;
  }

  String defaultValue() {
    return defaultValue;
  }

  static Optional<ConfigKey> of(String key) {
    for (ConfigKey candidate : values()) {
      if (candidate.key.equals(key)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
