package dev.usercontext.internal.privacy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes the pseudonyms of one environment: {@code <key id>.<32 hexadecimal digits>}. Ids, emails
 * and sessions never have the same one. Thread-safe.
 *
 * @param key makes all of them
 * @param former keys that made them earlier, for those who search
 * @param environment sets apart what is otherwise made with the same key
 */
public record Pseudonyms(PseudonymKey key, List<PseudonymKey> former, String environment) {

  private static final String ID = "id";
  private static final String EMAIL = "email";
  private static final String SESSION = "session";

  public Pseudonyms {
    former = List.copyOf(former);
  }

  public String ofId(String id) {
    return key.pseudonymOf(message(ID, SafeText.identifier(id)));
  }

  /** That of every spelling of the address. */
  public String ofEmail(String email) {
    String folded = SafeText.identifier(email.strip().toLowerCase(Locale.ROOT));
    return key.pseudonymOf(message(EMAIL, folded));
  }

  public String ofSession(String sessionId) {
    return key.pseudonymOf(message(SESSION, sessionId));
  }

  /** The pseudonyms of a user: that of today, then those of the former keys. */
  public List<String> allOfId(String id) {
    String message = message(ID, SafeText.identifier(id));
    return Stream.concat(Stream.of(key), former.stream())
        .map(any -> any.pseudonymOf(message))
        .toList();
  }

  /** No part but the last can have a line break in it, so no two messages are the same. */
  private String message(String purpose, String text) {
    return purpose + "\n" + environment + "\n" + text;
  }
}
