package dev.usercontext.dashboard.query;

import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Finds the attribute that a person means: {@code plan} is the user's own {@code user_attrs.plan}
 * where any span that is stored has it. Answers are kept for a minute, for all threads.
 */
public final class AttributeKeys implements UnaryOperator<String> {
  private static final int MOST_KEPT = 1_000;
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final SpanStore store;
  private final String prefix;
  private final Clock clock;
  private final Map<String, String> known = new ConcurrentHashMap<>();
  private volatile Instant keptUntil = Instant.MIN;

  /**
   * @param store where to look
   * @param prefix of the attributes of users
   * @param clock when to look again
   */
  public AttributeKeys(SpanStore store, String prefix, Clock clock) {
    this.store = store;
    this.prefix = prefix;
    this.clock = clock;
  }

  @Override
  public String apply(String key) {
    if (key.startsWith(prefix)) {
      return key;
    }
    Instant now = clock.instant();
    if (now.isAfter(keptUntil) || known.size() > MOST_KEPT) {
      known.clear();
      keptUntil = now.plus(KEPT);
    }
    return known.computeIfAbsent(key, this::find);
  }

  private String find(String key) {
    String own = prefix + key;
    // Of all time: a permalink means the same tomorrow. The key itself comes first, if it is there.
    boolean there =
        store.keys(own, SpanFilter.in(TimeRange.ALL), 1).stream()
            .anyMatch(suggestion -> suggestion.text().equals(own));
    return there ? own : key;
  }
}
