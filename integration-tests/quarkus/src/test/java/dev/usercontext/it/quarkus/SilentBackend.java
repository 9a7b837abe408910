package dev.usercontext.it.quarkus;

import dev.usercontext.it.contract.Upstream;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A backend that accepts spans, and never answers. */
public final class SilentBackend implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of("quarkus.otel.exporter.otlp.traces.endpoint", Upstream.shared().silentUrl());
  }

  @Override
  public void stop() {
    // It ends with the JVM.
  }
}
