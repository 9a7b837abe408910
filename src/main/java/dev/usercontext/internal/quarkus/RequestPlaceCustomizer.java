package dev.usercontext.internal.quarkus;

import dev.usercontext.internal.config.InvalidConfigException;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.diagnostics.ClassPresence;
import dev.usercontext.internal.diagnostics.ServerRuntime;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import java.util.concurrent.atomic.AtomicBoolean;

/** Puts {@link RequestPlacePropagator} around the first propagator that the SDK has on Quarkus. */
public final class RequestPlaceCustomizer implements AutoConfigurationCustomizerProvider {

  private static final String VERTX = "io.vertx.core.spi.observability.HttpRequest";

  @Override
  public void customize(AutoConfigurationCustomizer autoConfiguration) {
    if (ServerRuntime.detect() == ServerRuntime.QUARKUS && ClassPresence.isPresent(VERTX)) {
      AtomicBoolean added = new AtomicBoolean();
      autoConfiguration.addPropagatorCustomizer(
          (propagator, properties) -> wrap(propagator, added));
    }
  }

  private static TextMapPropagator wrap(TextMapPropagator propagator, AtomicBoolean added) {
    return !added.get() && isEnabled() && added.compareAndSet(false, true)
        ? new RequestPlacePropagator(propagator)
        : propagator;
  }

  private static boolean isEnabled() {
    try {
      return UserContextConfig.load().enabled();
    } catch (InvalidConfigException e) {
      // Whoever adds the processor says so.
      return false;
    }
  }
}
