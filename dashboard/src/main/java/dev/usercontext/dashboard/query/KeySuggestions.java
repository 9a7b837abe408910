package dev.usercontext.dashboard.query;

import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.Suggestion;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys that the search box offers, as people type them: a user's own without their prefix. */
public final class KeySuggestions {
  private final SpanStore store;
  private final String userAttributePrefix;

  /**
   * @param store where to look
   * @param userAttributePrefix what the names of user attributes begin with
   */
  public KeySuggestions(SpanStore store, String userAttributePrefix) {
    this.store = store;
    this.userAttributePrefix = userAttributePrefix;
  }

  /**
   * Keys that begin with what was typed, the most frequent first; before them the one that is it.
   *
   * @param limit 1 to 100
   */
  public List<Suggestion> of(String typed, SpanFilter filter, int limit) {
    List<Suggestion> stored = store.keys(typed, filter, limit);
    if (typed.isEmpty() || typed.startsWith(userAttributePrefix)) {
      return stored;
    }
    Map<String, Suggestion> offered = new LinkedHashMap<>();
    for (Suggestion own : store.keys(userAttributePrefix + typed, filter, limit)) {
      String key = own.text().substring(userAttributePrefix.length());
      if (!Columns.isOurs(key)) {
        offered.put(key, new Suggestion(key, own.spans()));
      }
    }
    // An attribute of the same name is what the short one does not mean.
    stored.forEach(key -> offered.putIfAbsent(key.text(), key));
    return offered.values().stream()
        .sorted(
            Comparator.comparing((Suggestion key) -> !key.text().equals(typed))
                .thenComparing(Comparator.comparingLong(Suggestion::spans).reversed())
                .thenComparing(Suggestion::text))
        .limit(limit)
        .toList();
  }
}
