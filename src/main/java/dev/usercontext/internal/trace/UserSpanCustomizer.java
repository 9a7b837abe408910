package dev.usercontext.internal.trace;

import dev.usercontext.internal.config.InvalidConfigException;
import dev.usercontext.internal.config.UserContextConfig;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;

/**
 * Adds the processor to an autoconfigured SDK: the one way that all runtimes share. It goes before
 * the processors of the application, so that these see the user.
 */
public final class UserSpanCustomizer implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer autoConfiguration) {
    autoConfiguration.addTracerProviderCustomizer((builder, properties) -> addProcessor(builder));
  }

  @Override
  public int order() {
    return Integer.MIN_VALUE;
  }

  private static SdkTracerProviderBuilder addProcessor(SdkTracerProviderBuilder builder) {
    try {
      UserContextConfig config = UserContextConfig.load();
      return config.enabled()
          ? builder.addSpanProcessor(new UserSpanProcessor(config.renderer()))
          : builder;
    } catch (InvalidConfigException e) {
      throw new ConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }
}
