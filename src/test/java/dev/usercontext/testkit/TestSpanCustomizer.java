package dev.usercontext.testkit;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/** Customizes an SDK as an application does: registered as a service, with the default order. */
public final class TestSpanCustomizer implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer autoConfiguration) {
    autoConfiguration.addTracerProviderCustomizer((builder, properties) -> Telemetry.add(builder));
  }
}
