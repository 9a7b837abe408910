package dev.usercontext.internal.propagation;

import dev.usercontext.internal.config.Propagation;
import dev.usercontext.internal.diagnostics.ServerRuntime;
import java.util.Map;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

/**
 * Carries user and trace along with MicroProfile Context Propagation 1.3: its managed executors and
 * completion stages. Quarkus carries the OpenTelemetry Context itself, and with it the user; there
 * this adds what that context had lost.
 */
public final class MicroProfileThreadContextProvider implements ThreadContextProvider {

  /** The name to list in {@code propagated}, {@code cleared} or {@code unchanged}. */
  static final String TYPE = "dev.usercontext";

  private final boolean onQuarkus = ServerRuntime.detect() == ServerRuntime.QUARKUS;
  private final PropagationSetting setting = new PropagationSetting();

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> properties) {
    Propagation propagation = setting.get();
    if (!onQuarkus) {
      CapturedContext captured = CapturedContext.current(propagation);
      return () -> controller(CapturedContext.attach(captured));
    }
    LostUser lost = propagation == Propagation.NONE ? null : LostUser.find();
    return () -> controller(LostUser.stepIn(lost));
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
    CapturedContext captured =
        CapturedContext.cleared(onQuarkus ? Propagation.NONE : setting.get());
    return () -> controller(CapturedContext.attach(captured));
  }

  @Override
  public String getThreadContextType() {
    return TYPE;
  }

  private static ThreadContextController controller(Runnable end) {
    return end::run;
  }
}
