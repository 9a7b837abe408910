package dev.usercontext.dashboard.store;

import dev.usercontext.dashboard.store.duckdb.DuckDbStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The store that is configured. */
public class StoreProducer {

  @Produces
  @ApplicationScoped
  SpanStore store(
      @ConfigProperty(name = "dashboard.store.folder") Path folder,
      @ConfigProperty(name = "dashboard.store.memory") String memory,
      @ConfigProperty(name = "dashboard.user-attributes.prefix") String prefix) {
    return DuckDbStore.open(folder, memory, prefix, System::currentTimeMillis);
  }

  void close(@Disposes SpanStore store) {
    store.close();
  }
}
