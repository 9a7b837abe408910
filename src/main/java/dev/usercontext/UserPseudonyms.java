package dev.usercontext;

import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.privacy.Pseudonyms;
import java.util.List;

/**
 * The pseudonyms that this application gives its users, for who has to find what was recorded of
 * one of them: to answer a question, or to erase it.
 */
public final class UserPseudonyms {

  private UserPseudonyms() {}

  /**
   * Returns the pseudonyms of a user: the one that is written now, then those of the former keys
   * ({@code usercontext.pseudonym.previous-keys}). Empty where no pseudonyms are configured, so the
   * key has to be readable where this is called. Reads the configuration of the calling application
   * each time, so it is not for the hot path.
   *
   * @param userId the id as the application knows it
   * @throws RuntimeException where the configuration is wrong, in whatever key
   */
  public static List<String> of(String userId) {
    Pseudonyms pseudonyms = UserContextConfig.load().renderer().disclosure().pseudonyms();
    return pseudonyms == null ? List.of() : pseudonyms.allOfId(userId);
  }
}
