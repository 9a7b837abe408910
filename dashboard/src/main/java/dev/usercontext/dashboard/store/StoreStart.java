package dev.usercontext.dashboard.store;

import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.jboss.logging.Logger;

/**
 * Opens the store before spans are taken, so that who starts the dashboard is told what is wrong.
 * What waiting does not mend ends the start; a cluster that does not answer, or refuses the
 * password, is tried again with every request.
 */
@ApplicationScoped
public class StoreStart {
  private static final Logger LOG = Logger.getLogger(StoreStart.class);

  void open(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start,
      SpanStore store) {
    try {
      // The bean is made by its first use, which would be the first request.
      ClientProxy.unwrap(store);
    } catch (StoreException e) {
      switch (e.code()) {
        case UCD006, UCD009 -> LOG.error(e.getMessage());
        default -> throw e;
      }
    }
  }
}
