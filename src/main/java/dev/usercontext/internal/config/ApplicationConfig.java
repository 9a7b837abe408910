package dev.usercontext.internal.config;

import dev.usercontext.internal.claims.IdentityRules;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import jakarta.inject.Singleton;

/** The configuration as far as beans need it, read once for each application. */
@Singleton
public class ApplicationConfig {

  private final UserContextConfig config = UserContextConfig.load();

  public boolean isEnabled() {
    return config.enabled();
  }

  public Propagation propagation() {
    return config.enabled() ? config.propagation() : Propagation.NONE;
  }

  public IdentityRules identity() {
    return config.identity();
  }

  public AttributeRenderer renderer() {
    return config.renderer();
  }
}
