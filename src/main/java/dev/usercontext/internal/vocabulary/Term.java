package dev.usercontext.internal.vocabulary;

import io.opentelemetry.api.common.AttributeKey;
import java.util.Optional;

/** What a vocabulary may have a name for. */
public enum Term {
  USER_ID("user-id", false),
  USER_EMAIL("user-email", false),
  USER_ROLES("user-roles", true),
  /** The pseudonym once more, for who looks for one by that name. */
  USER_HASH("user-hash", false),
  ACTOR_ID("actor-id", true),
  SESSION_ID("session-id", true),
  SOURCE("source", true);

  private final String configName;
  private final boolean alwaysTold;

  Term(String configName, boolean alwaysTold) {
    this.configName = configName;
    this.alwaysTold = alwaysTold;
  }

  /** The term that configuration calls by this name. */
  public static Optional<Term> named(String configName) {
    for (Term term : values()) {
      if (term.configName.equals(configName)) {
        return Optional.of(term);
      }
    }
    return Optional.empty();
  }

  public String configName() {
    return configName;
  }

  AttributeKey<?> key(String name) {
    return this == USER_ROLES ? AttributeKey.stringArrayKey(name) : AttributeKey.stringKey(name);
  }

  /** Whether it is told under its flat name where no vocabulary has one: it was asked for. */
  boolean isAlwaysTold() {
    return alwaysTold;
  }
}
