package dev.usercontext.dashboard.health;

import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.StoreStats;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that the store answers. */
@Readiness
@ApplicationScoped
public class StoreCheck implements HealthCheck {
  @Inject SpanStore store;

  @Override
  public HealthCheckResponse call() {
    try {
      StoreStats stats = store.stats();
      // The health of the dashboard is open to all: no counts, no paths.
      return HealthCheckResponse.named("store").up().withData("engine", stats.engine()).build();
    } catch (StoreException e) {
      return HealthCheckResponse.named("store").down().withData("code", e.code().name()).build();
    }
  }
}
