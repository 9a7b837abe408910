package dev.usercontext.dashboard.web;

import dev.usercontext.dashboard.query.AttributeKeys;
import dev.usercontext.dashboard.query.Filters;
import dev.usercontext.dashboard.query.KeySuggestions;
import dev.usercontext.dashboard.store.SpanStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The clock, how addresses are read, and what is suggested for them. */
@Singleton
public class WebProducer {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Filters filters(
      SpanStore store,
      Clock clock,
      @ConfigProperty(name = "dashboard.user-attributes.prefix") String prefix) {
    return new Filters(clock, new AttributeKeys(store, prefix, clock));
  }

  @Produces
  @Singleton
  KeySuggestions keySuggestions(
      SpanStore store, @ConfigProperty(name = "dashboard.user-attributes.prefix") String prefix) {
    return new KeySuggestions(store, prefix);
  }
}
