package dev.usercontext.internal.config;

import dev.usercontext.internal.privacy.Disclosure;
import dev.usercontext.internal.privacy.EmailForm;
import dev.usercontext.internal.privacy.Limits;
import dev.usercontext.internal.privacy.PseudonymKey;
import dev.usercontext.internal.privacy.Pseudonyms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what of a user leaves the process. */
final class DisclosureReader {

  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
  private static final String KEY_ID_RULE = "must be 1 to 32 letters, digits, _ or -";
  private static final String MAKE_ONE = "; make one with: openssl rand -base64 32";

  private final ConfigReader reader;

  DisclosureReader(ConfigReader reader) {
    this.reader = reader;
  }

  Disclosure read() {
    Pseudonyms pseudonyms = pseudonyms();
    return new Disclosure(
        pseudonyms, email(pseudonyms), limits(), reader.bool(ConfigKey.PROVENANCE));
  }

  private @Nullable Pseudonyms pseudonyms() {
    Optional<ConfigKey> asked =
        List.of(
                ConfigKey.PSEUDONYM_KEY,
                ConfigKey.PSEUDONYM_KEY_ID,
                ConfigKey.PSEUDONYM_ENVIRONMENT,
                ConfigKey.PSEUDONYM_PREVIOUS_KEYS)
            .stream()
            .filter(reader::isSet)
            .findFirst();
    if (asked.isEmpty()) {
      return null;
    }
    Optional<String> secret = reader.optionalText(ConfigKey.PSEUDONYM_KEY);
    if (secret.isEmpty()) {
      // Not a word said would be raw ids in production where a secret was not mounted.
      reader.invalidSecret(
          ConfigKey.PSEUDONYM_KEY, "has no value, but " + asked.get().key() + " is set" + MAKE_ONE);
      return null;
    }
    String id = reader.text(ConfigKey.PSEUDONYM_KEY_ID);
    if (!KEY_ID.matcher(id).matches()) {
      reader.invalid(ConfigKey.PSEUDONYM_KEY_ID, id, KEY_ID_RULE);
    }
    PseudonymKey key = key(ConfigKey.PSEUDONYM_KEY, id, secret.get());
    List<PseudonymKey> former = formerKeys(id);
    String environment = reader.text(ConfigKey.PSEUDONYM_ENVIRONMENT);
    if (environment.chars().anyMatch(Character::isISOControl)) {
      reader.invalidSecret(
          ConfigKey.PSEUDONYM_ENVIRONMENT, "must not have line breaks or control characters");
    }
    return key == null ? null : new Pseudonyms(key, former, environment);
  }

  private List<PseudonymKey> formerKeys(String currentId) {
    List<PseudonymKey> keys = new ArrayList<>();
    Set<String> ids = new HashSet<>(Set.of(currentId));
    for (String entry : reader.list(ConfigKey.PSEUDONYM_PREVIOUS_KEYS)) {
      int colon = entry.indexOf(':');
      String id = colon < 0 ? "" : entry.substring(0, colon);
      if (!KEY_ID.matcher(id).matches()) {
        reader.invalidSecret(
            ConfigKey.PSEUDONYM_PREVIOUS_KEYS,
            "must be entries of the form id:key between commas; the id " + KEY_ID_RULE);
      } else if (!ids.add(id)) {
        reader.invalidSecret(
            ConfigKey.PSEUDONYM_PREVIOUS_KEYS, "has the key id " + id + " a second time");
      } else {
        PseudonymKey key =
            key(ConfigKey.PSEUDONYM_PREVIOUS_KEYS, id, entry.substring(colon + 1).strip());
        if (key != null) {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  private @Nullable PseudonymKey key(ConfigKey config, String id, String secret) {
    try {
      return new PseudonymKey(id, secret);
    } catch (IllegalArgumentException e) {
      reader.invalidSecret(config, e.getMessage() + MAKE_ONE);
      return null;
    }
  }

  /** Pseudonyms would be of little use beside the email. */
  private EmailForm email(@Nullable Pseudonyms pseudonyms) {
    Optional<String> configured = reader.optionalText(ConfigKey.EMAIL);
    if (configured.isEmpty()) {
      return pseudonyms == null ? EmailForm.PLAIN : EmailForm.NONE;
    }
    String name = configured.get();
    EmailForm form =
        reader.oneOf(
            ConfigKey.EMAIL, name, EmailForm::named, "plain, hashed, domain, none", EmailForm.NONE);
    if (form == EmailForm.HASHED && !reader.isSet(ConfigKey.PSEUDONYM_KEY)) {
      reader.invalid(ConfigKey.EMAIL, name, "needs " + ConfigKey.PSEUDONYM_KEY.key() + MAKE_ONE);
    }
    return form;
  }

  private Limits limits() {
    Limits most = Limits.DEFAULT;
    return new Limits(
        reader.number(ConfigKey.LIMIT_ATTRS, 0, most.attrs()),
        reader.number(ConfigKey.LIMIT_NAME, 1, most.nameLength()),
        reader.number(ConfigKey.LIMIT_VALUE, 1, most.valueLength()),
        reader.number(ConfigKey.LIMIT_TOTAL, 0, 1_000_000));
  }
}
