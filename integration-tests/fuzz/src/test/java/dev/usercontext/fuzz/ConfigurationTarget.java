package dev.usercontext.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.usercontext.internal.config.ConfigKey;
import dev.usercontext.internal.config.InvalidConfigException;
import dev.usercontext.internal.config.UserContextConfig;

/** Any value for any key: either it can be used, or the message names the key. */
public final class ConfigurationTarget {

  private static final ConfigKey[] KEYS = ConfigKey.values();

  private ConfigurationTarget() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    String key = data.pickValue(KEYS).key();
    String other = data.pickValue(KEYS).key();
    System.setProperty(other, data.consumeString(50));
    System.setProperty(key, data.consumeRemainingAsString());
    try {
      UserContextConfig.load();
    } catch (InvalidConfigException refused) {
      if (refused.problems().isEmpty()
          || refused.problems().stream().anyMatch(problem -> !problem.startsWith("UC010"))) {
        throw new IllegalStateException("refused without a reason: " + refused.problems());
      }
    } finally {
      System.clearProperty(key);
      System.clearProperty(other);
    }
  }
}
