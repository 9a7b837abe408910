package dev.usercontext.dashboard.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Removes what is older than configured: soon after the start, and every hour. */
@ApplicationScoped
public class Retention {
  private static final Logger LOG = Logger.getLogger(Retention.class);

  @Inject SpanStore store;

  @ConfigProperty(name = "dashboard.retention.days")
  int days;

  private final ScheduledExecutorService timer = Timer.named("retention");

  void start(@Observes StartupEvent event) {
    if (days > 0) {
      timer.scheduleWithFixedDelay(() -> run(Instant.now()), 1, 60, TimeUnit.MINUTES);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    timer.shutdownNow();
  }

  void run(Instant now) {
    try {
      long removed = store.deleteBefore(now.minus(Duration.ofDays(days)));
      if (removed > 0) {
        LOG.infof("Removed %d spans that were older than %d days", removed, days);
      }
    } catch (RuntimeException | Error e) {
      // The next time is in an hour: what is thrown here would be the end of it.
      LOG.error("Old spans could not be removed", e);
    }
  }
}
