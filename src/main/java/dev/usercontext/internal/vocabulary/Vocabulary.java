package dev.usercontext.internal.vocabulary;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A family of attribute names that some backend looks for.
 *
 * @param configName its name in configuration
 * @param names those that it has
 */
public record Vocabulary(String configName, Map<Term, String> names) {

  /** This project's own, and the wire names of its dashboard. */
  public static final Vocabulary FLAT =
      new Vocabulary(
          "flat",
          Map.of(
              Term.USER_ID, "user_id",
              Term.USER_EMAIL, "user_email",
              Term.USER_ROLES, "user_roles",
              Term.ACTOR_ID, "user_actor_id",
              Term.SESSION_ID, "session.id",
              Term.SOURCE, "user_source"));

  /** OpenTelemetry's semantic conventions: Langfuse, Phoenix, Elastic, Sentry. */
  public static final Vocabulary OTEL =
      new Vocabulary(
          "otel",
          Map.of(
              Term.USER_ID, "user.id",
              Term.USER_EMAIL, "user.email",
              Term.USER_ROLES, "user.roles",
              Term.USER_HASH, "user.hash",
              Term.SESSION_ID, "session.id"));

  /** The older convention: New Relic, Azure, Quarkus. It has no email. */
  public static final Vocabulary ENDUSER =
      new Vocabulary(
          "enduser", Map.of(Term.USER_ID, "enduser.id", Term.USER_HASH, "enduser.pseudo.id"));

  /** Datadog. */
  public static final Vocabulary USR =
      new Vocabulary("usr", Map.of(Term.USER_ID, "usr.id", Term.USER_EMAIL, "usr.email"));

  /** Those that need no configuration. */
  public static final List<Vocabulary> BUILT_IN = List.of(FLAT, OTEL, ENDUSER, USR);

  public Vocabulary {
    names = Map.copyOf(names);
  }

  /** The built-in vocabulary that configuration calls by this name. */
  public static Optional<Vocabulary> named(String name) {
    return BUILT_IN.stream().filter(candidate -> candidate.configName.equals(name)).findFirst();
  }

  AttributeKey<String> id() {
    return AttributeKey.stringKey(String.valueOf(names.get(Term.USER_ID)));
  }
}
