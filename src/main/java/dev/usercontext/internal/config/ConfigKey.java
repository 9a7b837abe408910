package dev.usercontext.internal.config;

import dev.usercontext.internal.privacy.Limits;
import java.util.Optional;

/** Every key of the configuration, with its default. */
public enum ConfigKey {
  /** {@code false} switches everything off: no filter, no processor, interceptors do nothing. */
  ENABLED("enabled", "true"),
  /** The names under which a user is written: one or more of the built-in and the own ones. */
  VOCABULARIES("vocabularies", "flat,otel"),
  /** What the name of a custom attribute is prefixed with. */
  ATTRS_PREFIX("attrs-prefix", "user_attrs."),
  /** What managed threads are given: context (user and trace), user, or none. */
  PROPAGATION("propagation", "context"),
  /** What the id of a user is taken from; the name of the principal where there is nothing. */
  CLAIM_USER_ID("claims.user-id", ""),
  /** What the email is taken from. */
  CLAIM_EMAIL("claims.email", ""),
  /** What custom attributes are taken from, as name=claim. */
  CLAIM_ATTRS("claims.attrs", ""),
  /** What tells who acts for the user. */
  CLAIM_ACTOR("claims.actor", "act/sub"),
  /** The headers that a proxy in front of the application answers for. */
  TRUSTED_HEADERS("trusted-headers", ""),
  /** The roles to tell, or all of them. */
  ROLES("roles", ""),
  /** Whether to tell a hash of the session. */
  SESSION("session", "false"),
  /** In which form an email leaves: plain, hashed, domain, none; plain without pseudonyms. */
  EMAIL("email", ""),
  /** The secret that pseudonyms are made with. */
  PSEUDONYM_KEY("pseudonym.key", ""),
  /** What every pseudonym begins with: which key has made it. */
  PSEUDONYM_KEY_ID("pseudonym.key-id", "k1"),
  /** What sets the pseudonyms of this environment apart from those of others. */
  PSEUDONYM_ENVIRONMENT("pseudonym.environment", ""),
  /** Former keys, each as id:key. */
  PSEUDONYM_PREVIOUS_KEYS("pseudonym.previous-keys", ""),
  /** How many attributes, and how many roles, a user may have. */
  LIMIT_ATTRS("limits.attrs", String.valueOf(Limits.DEFAULT.attrs())),
  /** How long the name of an attribute may be. */
  LIMIT_NAME("limits.name-length", String.valueOf(Limits.DEFAULT.nameLength())),
  /** How long the text of an attribute may be. */
  LIMIT_VALUE("limits.value-length", String.valueOf(Limits.DEFAULT.valueLength())),
  /** How long all attributes together may be. */
  LIMIT_TOTAL("limits.total-length", String.valueOf(Limits.DEFAULT.totalLength())),
  /** Whether a span says where the identity came from. */
  PROVENANCE("provenance", "false");

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
