package dev.usercontext.internal.vocabulary;

import io.opentelemetry.api.common.AttributeKey;
import java.util.Optional;

/** What a vocabulary may have a name for. docs/span-attributes.md says what is said here. */
public enum Term {
  /** The id of the user, or its pseudonym: on every span that has a user. */
  USER_ID("user-id", false),
  /** The email, in the form of {@code usercontext.email}, where it is known. */
  USER_EMAIL("user-email", false),
  /** The roles that {@code usercontext.roles} names: an array. */
  USER_ROLES("user-roles", true),
  /** With pseudonyms: the pseudonym once more, for who looks for one by that name. */
  USER_HASH("user-hash", false),
  /** Who acts for the user, where that is somebody else. */
  ACTOR_ID("actor-id", true),
  /** A hash of the session, with {@code usercontext.session}. */
  SESSION_ID("session-id", true),
  /** Who said who the user is, with {@code usercontext.provenance}. */
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
