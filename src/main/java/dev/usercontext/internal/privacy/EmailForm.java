package dev.usercontext.internal.privacy;

import java.util.Locale;
import java.util.Optional;

/** In which form an email address leaves the process. */
public enum EmailForm {
  PLAIN,
  /** As a pseudonym. */
  HASHED,
  /** What stands behind the at sign. */
  DOMAIN,
  NONE;

  /** The form that configuration calls by this name. */
  public static Optional<EmailForm> named(String configName) {
    for (EmailForm form : values()) {
      if (form.name().toLowerCase(Locale.ROOT).equals(configName)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }
}
