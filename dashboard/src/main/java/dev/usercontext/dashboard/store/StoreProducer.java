package dev.usercontext.dashboard.store;

import dev.usercontext.dashboard.store.duckdb.DuckDbStore;
import dev.usercontext.dashboard.store.opensearch.OpenSearchSettings;
import dev.usercontext.dashboard.store.opensearch.OpenSearchStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** The store that is configured. */
public class StoreProducer {

  /** The engines. */
  enum Engine {
    DUCKDB,
    OPENSEARCH
  }

  @Produces
  @ApplicationScoped
  SpanStore store(Config config) {
    return switch (config.getValue("dashboard.store.engine", Engine.class)) {
      case DUCKDB ->
          DuckDbStore.open(
              config.getValue("dashboard.store.folder", Path.class),
              config.getValue("dashboard.store.memory", String.class),
              config.getValue("dashboard.user-attributes.prefix", String.class),
              System::currentTimeMillis);
      case OPENSEARCH -> OpenSearchStore.open(settings(config), System::currentTimeMillis);
    };
  }

  private static OpenSearchSettings settings(Config config) {
    String prefix = "dashboard.opensearch.";
    return new OpenSearchSettings(
        List.of(config.getValue(prefix + "hosts", String[].class)),
        config.getOptionalValue(prefix + "username", String.class).orElse(null),
        config.getOptionalValue(prefix + "password", String.class).orElse(null),
        config.getOptionalValue(prefix + "api-key", String.class).orElse(null),
        config.getOptionalValue(prefix + "trust", Path.class).orElse(null),
        config.getValue(prefix + "index", String.class),
        config.getValue(prefix + "shards", Integer.class),
        config.getValue(prefix + "replicas", Integer.class),
        config.getValue(prefix + "active-copies", Integer.class),
        config.getValue(prefix + "timeout", Duration.class),
        config.getValue("dashboard.user-attributes.prefix", String.class));
  }

  void close(@Disposes SpanStore store) {
    store.close();
  }
}
