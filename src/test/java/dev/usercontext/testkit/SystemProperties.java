package dev.usercontext.testkit;

import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** System properties for the time of a test: the configuration, as MicroProfile Config sees it. */
public final class SystemProperties implements BeforeEachCallback, AfterEachCallback {

  private final Properties initial = new Properties();
  private Properties before;

  /** To be set before the test begins. */
  public SystemProperties with(String key, String value) {
    initial.setProperty(key, value);
    return this;
  }

  public void set(String key, String value) {
    System.setProperty(key, value);
    forgetConfig();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    before = (Properties) System.getProperties().clone();
    initial.forEach((key, value) -> System.setProperty((String) key, (String) value));
    forgetConfig();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    System.setProperties(before);
    forgetConfig();
    PersonalDataFlag.clear();
  }

  /** It remembers which keys there are. */
  private static void forgetConfig() {
    ConfigProviderResolver.instance().releaseConfig(ConfigProvider.getConfig());
  }
}
