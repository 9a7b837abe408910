package dev.usercontext.internal.attributed;

import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import jakarta.inject.Singleton;

/** The configuration as far as the interceptors need it, read once for each application. */
@Singleton
public class AttributionSettings {

  private final UserContextConfig config = UserContextConfig.load();

  boolean isEnabled() {
    return config.enabled();
  }

  AttributeRenderer renderer() {
    return config.renderer();
  }
}
