package dev.usercontext.dashboard.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Settles every minute the spans whose caller has not come, also when no others arrive. */
@ApplicationScoped
public class LateCallers {
  private static final Logger LOG = Logger.getLogger(LateCallers.class);

  @Inject SpanStore store;

  private final ScheduledExecutorService timer = Timer.named("late-callers");

  void start(@Observes StartupEvent event) {
    timer.scheduleWithFixedDelay(this::run, 1, 1, TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent event) {
    timer.shutdownNow();
  }

  void run() {
    try {
      store.settle();
    } catch (StoreException e) {
      LOG.warnf("Callers of spans are looked for again in a minute: %s", e.getMessage());
    } catch (RuntimeException | Error e) {
      // What is thrown here would be the end of it.
      LOG.error("Spans whose callers did not come could not be settled", e);
    }
  }
}
