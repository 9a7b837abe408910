package dev.usercontext.internal.config;

import dev.usercontext.internal.diagnostics.Message;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Finds keys that look like ours and that nobody reads, and what was probably meant. */
final class UnknownKeys {

  /** A variable cannot say whose term it is; the list of vocabularies has to. */
  private static final String VOCABULARY_VARIABLE =
      Settings.environmentName(VocabularyReader.PREFIX);

  private UnknownKeys() {}

  static List<String> in(Set<String> keys) {
    return keys.stream().filter(key -> isUnknown(key, keys)).map(UnknownKeys::describe).toList();
  }

  private static boolean isUnknown(String key, Set<String> keys) {
    if (key.startsWith(ConfigKey.PREFIX)) {
      // SmallRye also shows a variable as the key that it guesses from its name.
      return ConfigKey.of(key).isEmpty()
          && !VocabularyReader.isTerm(key)
          && !keys.contains(Settings.environmentName(key));
    }
    return key.startsWith(Settings.ENVIRONMENT_PREFIX)
        && !key.startsWith(VOCABULARY_VARIABLE)
        && Arrays.stream(ConfigKey.values())
            .noneMatch(known -> Settings.environmentName(known.key()).equals(key));
  }

  private static String describe(String key) {
    return Message.UNKNOWN_KEY.text(key, nearest(key));
  }

  private static String nearest(String key) {
    boolean environment = key.startsWith(Settings.ENVIRONMENT_PREFIX);
    return Arrays.stream(ConfigKey.values())
        .map(known -> environment ? Settings.environmentName(known.key()) : known.key())
        .min(Comparator.comparingInt(known -> distance(known, key)))
        .orElseThrow();
  }

  /** Levenshtein's edit distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
