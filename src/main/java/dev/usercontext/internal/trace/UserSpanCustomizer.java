package dev.usercontext.internal.trace;

import dev.usercontext.internal.baggage.ReceivedBaggage;
import dev.usercontext.internal.config.InvalidConfigException;
import dev.usercontext.internal.config.UserContextConfig;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Adds the processor to an autoconfigured SDK: the one way that all runtimes share. It goes before
 * every other processor, so that these see the user.
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
          ? addFirst(
              builder,
              new UserSpanProcessor(config.renderer(), ReceivedBaggage.by(config.baggage())))
          : builder;
    } catch (InvalidConfigException e) {
      throw new ConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * By a method that SDKs before 1.50 lack. There the exporters' processors stay in front, which
   * look at a span only when it ends.
   */
  private static SdkTracerProviderBuilder addFirst(
      SdkTracerProviderBuilder builder, SpanProcessor processor) {
    try {
      SdkTracerProviderBuilder.class
          .getMethod("addSpanProcessorFirst", SpanProcessor.class)
          .invoke(builder, processor);
      return builder;
    } catch (ReflectiveOperationException e) {
      return builder.addSpanProcessor(processor);
    }
  }
}
