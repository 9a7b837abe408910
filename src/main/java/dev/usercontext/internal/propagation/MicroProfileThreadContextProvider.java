package dev.usercontext.internal.propagation;

import dev.usercontext.internal.config.Propagation;
import dev.usercontext.internal.diagnostics.ServerRuntime;
import java.util.Map;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Carries user and trace along with MicroProfile Context Propagation 1.3: its managed executors and
 * completion stages. Quarkus carries the OpenTelemetry Context itself, and with it the user.
 */
public final class MicroProfileThreadContextProvider implements ThreadContextProvider {

  /** The name to list in {@code propagated}, {@code cleared} or {@code unchanged}. */
  static final String TYPE = "dev.usercontext";

  private final boolean onQuarkus = ServerRuntime.detect() == ServerRuntime.QUARKUS;
  private final PropagationSetting setting = new PropagationSetting();

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> properties) {
    return snapshot(CapturedContext.current(propagation()));
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
    return snapshot(CapturedContext.cleared(propagation()));
  }

  @Override
  public String getThreadContextType() {
    return TYPE;
  }

  private static ThreadContextSnapshot snapshot(@Nullable CapturedContext captured) {
    return () -> {
      Runnable end = CapturedContext.attach(captured);
      ThreadContextController controller = end::run;
      return controller;
    };
  }

  private Propagation propagation() {
    return onQuarkus ? Propagation.NONE : setting.get();
  }
}
