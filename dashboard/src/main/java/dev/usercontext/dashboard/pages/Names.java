package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.Suggestion;
import dev.usercontext.dashboard.store.TimeRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The services, environments and attributes of users to choose from, looked up at most every ten
 * seconds.
 */
@Singleton
public class Names {
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final SpanStore store;
  private final Clock clock;
  private final String prefix;
  private volatile Known known = new Known(Instant.MIN, List.of(), List.of(), List.of());

  private record Known(
      Instant until, List<String> services, List<String> environments, List<String> userAttrs) {}

  @Inject
  public Names(
      SpanStore store,
      Clock clock,
      @ConfigProperty(name = "dashboard.user-attributes.prefix") String prefix) {
    this.store = store;
    this.clock = clock;
    this.prefix = prefix;
  }

  List<String> services() {
    return known().services();
  }

  /** Keys of attributes of users, with their prefix. */
  List<String> userAttrs() {
    return known().userAttrs();
  }

  List<String> environments() {
    return known().environments();
  }

  private Known known() {
    Known now = known;
    Instant instant = clock.instant();
    if (instant.isAfter(now.until())) {
      List<String> userAttrs =
          store.keys(prefix, SpanFilter.in(TimeRange.ALL), 50).stream()
              .map(Suggestion::text)
              .toList();
      now = new Known(instant.plus(KEPT), values("service"), values("environment"), userAttrs);
      known = now;
    }
    return now;
  }

  private List<String> values(String key) {
    return store.values(key, "", SpanFilter.in(TimeRange.ALL), 100).stream()
        .map(Suggestion::text)
        .sorted()
        .toList();
  }
}
