package dev.usercontext.internal.config;

import dev.usercontext.internal.claims.IdentityRules;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The configuration as far as beans need it, read once for each application. */
@Singleton
public class ApplicationConfig {

  private final UserContextConfig config = UserContextConfig.load();

  @SuppressWarnings("UnusedVariable") // held, and not read
  private volatile @Nullable Object companion;

  /** Keeps an object for as long as the application runs, whose only strong reference this is. */
  public void keep(Object companion) {
    this.companion = companion;
  }

  public boolean isEnabled() {
    return config.enabled();
  }

  public Propagation propagation() {
    return config.enabled() ? config.propagation() : Propagation.NONE;
  }

  public UserContextConfig values() {
    return config;
  }

  public IdentityRules identity() {
    return config.identity();
  }

  public AttributeRenderer renderer() {
    return config.renderer();
  }
}
