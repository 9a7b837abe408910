package dev.usercontext.internal.log;

import dev.usercontext.internal.config.InvalidConfigException;
import dev.usercontext.internal.config.LogOutput;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.diagnostics.ClassPresence;
import dev.usercontext.internal.diagnostics.ServerRuntime;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.SdkLoggerProviderBuilder;
import java.util.Optional;

/**
 * Adds the processor of log records to an autoconfigured SDK, where the application wants it. It
 * goes before those of the exporters, which take a record as it is.
 */
public final class UserLogCustomizer implements AutoConfigurationCustomizerProvider {

  private static final boolean LOGS =
      ClassPresence.isPresent("io.opentelemetry.sdk.logs.LogRecordProcessor");

  @Override
  public void customize(AutoConfigurationCustomizer autoConfiguration) {
    if (ServerRuntime.detect() == ServerRuntime.OTHER) {
      // Elsewhere the application has a start of its own.
      MdcSwitch.set(config());
    }
    if (LOGS) {
      Sdk.customize(autoConfiguration);
    }
  }

  @Override
  public int order() {
    return Integer.MIN_VALUE;
  }

  private static UserContextConfig config() {
    try {
      return UserContextConfig.load();
    } catch (InvalidConfigException e) {
      throw new ConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }

  /** A class of its own, so that it is linked only after {@link #LOGS} was asked. */
  private static final class Sdk {

    static void customize(AutoConfigurationCustomizer autoConfiguration) {
      autoConfiguration.addLoggerProviderCustomizer((builder, properties) -> add(builder));
      autoConfiguration.addLogRecordProcessorCustomizer((exporting, properties) -> lead(exporting));
    }

    private static SdkLoggerProviderBuilder add(SdkLoggerProviderBuilder builder) {
      Optional<LogRecordProcessor> processor = processor();
      return processor.isPresent() ? builder.addLogRecordProcessor(processor.get()) : builder;
    }

    /** Those of the exporters are there before any other can be added; so this one goes along. */
    private static LogRecordProcessor lead(LogRecordProcessor exporting) {
      return processor()
          .map(processor -> LogRecordProcessor.composite(processor, exporting))
          .orElse(exporting);
    }

    private static Optional<LogRecordProcessor> processor() {
      UserContextConfig config = config();
      return config.enabled() && config.logs().contains(LogOutput.OTEL)
          ? Optional.of(new UserLogRecordProcessor(config.renderer()))
          : Optional.empty();
    }
  }
}
