package dev.usercontext.internal.log;

import dev.usercontext.internal.config.InvalidConfigException;
import dev.usercontext.internal.config.LogOutput;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.diagnostics.ServerRuntime;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Adds the processor of log records to an autoconfigured SDK, where the application wants it. It
 * goes before those of the exporters, which take a record as it is.
 */
public final class UserLogCustomizer implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer autoConfiguration) {
    if (ServerRuntime.detect() == ServerRuntime.OTHER) {
      // Elsewhere the application has a start of its own.
      MdcSwitch.set(config());
    }
    LogSdk sdk = LogSdk.find();
    if (sdk != null) {
      customize(autoConfiguration, sdk);
    }
  }

  @Override
  public int order() {
    return Integer.MIN_VALUE;
  }

  /** With raw types, since the real ones may not be visible from here. */
  @SuppressWarnings({"rawtypes", "unchecked"})
  private static void customize(AutoConfigurationCustomizer autoConfiguration, LogSdk sdk) {
    BiFunction add = (builder, properties) -> add(sdk, builder);
    // Those of the exporters are there before any other can be added; so this one goes along.
    BiFunction lead = (exporting, properties) -> lead(sdk, exporting);
    autoConfiguration.addLoggerProviderCustomizer(add);
    autoConfiguration.addLogRecordProcessorCustomizer(lead);
  }

  private static Object add(LogSdk sdk, Object builder) {
    UserLogRecordProcessor processor = processor();
    return processor == null ? builder : sdk.add(processor, builder);
  }

  private static Object lead(LogSdk sdk, Object exporting) {
    UserLogRecordProcessor processor = processor();
    return processor == null ? exporting : sdk.compose(processor, exporting);
  }

  private static @Nullable UserLogRecordProcessor processor() {
    UserContextConfig config = config();
    return config.enabled() && config.logs().contains(LogOutput.OTEL)
        ? new UserLogRecordProcessor(config.renderer())
        : null;
  }

  private static UserContextConfig config() {
    try {
      return UserContextConfig.load();
    } catch (InvalidConfigException e) {
      throw new ConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }
}
