package dev.usercontext.internal.propagation;

import dev.usercontext.internal.config.Propagation;
import dev.usercontext.internal.config.UserContextConfig;
import org.jspecify.annotations.Nullable;

/** Read at the first task: a provider may be created before its application is ready. */
final class PropagationSetting {

  private volatile @Nullable Propagation known;

  /** Never throws: it is asked in the middle of the application's own call of an executor. */
  Propagation get() {
    Propagation propagation = known;
    if (propagation == null) {
      try {
        UserContextConfig config = UserContextConfig.load();
        propagation = config.enabled() ? config.propagation() : Propagation.NONE;
      } catch (RuntimeException | LinkageError e) {
        // Not on a thread of the application, or a configuration that fails its start anyway.
        return Propagation.NONE;
      }
      known = propagation;
    }
    return propagation;
  }
}
