package dev.usercontext.internal.vocabulary;

import io.opentelemetry.api.common.AttributeKey;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A family of attribute names that some backend looks for. */
public enum Vocabulary {
  /** This project's own, and the wire names of its dashboard. */
  FLAT("user_id", "user_email"),
  /** OpenTelemetry's semantic conventions: Langfuse, Phoenix, Elastic, Sentry. */
  OTEL("user.id", "user.email"),
  /** The older convention: New Relic, Azure, Quarkus. It has no email. */
  ENDUSER("enduser.id", null),
  /** Datadog. */
  USR("usr.id", "usr.email");

  private final AttributeKey<String> id;
  private final @Nullable AttributeKey<String> email;

  Vocabulary(String id, @Nullable String email) {
    this.id = AttributeKey.stringKey(id);
    this.email = email == null ? null : AttributeKey.stringKey(email);
  }

  /** The vocabulary that configuration calls by this name. */
  public static Optional<Vocabulary> named(String name) {
    for (Vocabulary vocabulary : values()) {
      if (vocabulary.configName().equals(name)) {
        return Optional.of(vocabulary);
      }
    }
    return Optional.empty();
  }

  /** Its name in configuration. */
  public String configName() {
    return name().toLowerCase(Locale.ROOT);
  }

  AttributeKey<String> id() {
    return id;
  }

  @Nullable AttributeKey<String> email() {
    return email;
  }
}
