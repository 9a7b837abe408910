package dev.usercontext.dashboard.web;

import dev.usercontext.dashboard.query.AttributeKeys;
import dev.usercontext.dashboard.query.Filters;
import dev.usercontext.dashboard.store.SpanStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock, and how addresses are read. */
@Singleton
public class WebProducer {
  /** What the names of a user's own attributes begin with. */
  private static final String USER_ATTRS = "user_attrs.";

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Filters filters(SpanStore store, Clock clock) {
    return new Filters(clock, new AttributeKeys(store, USER_ATTRS, clock));
  }
}
