package dev.usercontext.internal.baggage;

import dev.usercontext.internal.config.BaggageConfig;
import dev.usercontext.internal.config.InvalidConfigException;
import dev.usercontext.internal.config.UserContextConfig;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Puts {@link UserBaggagePropagator} around the propagator of baggage of an autoconfigured SDK,
 * where baggage is sent or believed. Where {@code otel.propagators} has none, it goes along with
 * the first of those that it has.
 */
public final class BaggageCustomizer implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer autoConfiguration) {
    AtomicBoolean added = new AtomicBoolean();
    autoConfiguration.addPropagatorCustomizer(
        (propagator, properties) -> wrap(propagator, properties, added));
  }

  /** An SDK asks for each of its propagators by itself. */
  private static TextMapPropagator wrap(
      TextMapPropagator propagator, ConfigProperties properties, AtomicBoolean added) {
    UserContextConfig config = config();
    BaggageConfig baggage = config.baggage();
    if (!config.enabled()
        || !(baggage.send() || baggage.trust())
        || (hasBaggage(properties) && !UserBaggagePropagator.isOfBaggage(propagator))
        || !added.compareAndSet(false, true)) {
      return propagator;
    }
    return new UserBaggagePropagator(propagator, baggage, config.renderer());
  }

  private static boolean hasBaggage(ConfigProperties properties) {
    List<String> usual = List.of("tracecontext", "baggage");
    return properties.getList("otel.propagators", usual).contains("baggage");
  }

  private static UserContextConfig config() {
    try {
      return UserContextConfig.load();
    } catch (InvalidConfigException e) {
      throw new ConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }
}
