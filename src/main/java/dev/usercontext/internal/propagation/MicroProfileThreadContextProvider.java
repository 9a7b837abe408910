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
 * completion stages. Quarkus carries the OpenTelemetry Context itself, and with it the user; there
 * this adds what that context lacks, and ends what it would leave behind.
 */
public final class MicroProfileThreadContextProvider implements ThreadContextProvider {

  /** The name to list in {@code propagated}, {@code cleared} or {@code unchanged}. */
  static final String TYPE = "dev.usercontext";

  private final boolean onQuarkus = ServerRuntime.detect() == ServerRuntime.QUARKUS;
  private final PropagationSetting setting = new PropagationSetting();

  /**
   * Null on Quarkus where nothing is lost: SmallRye leaves such a provider out then. It captures
   * for each step of a Uni, of which a request has many.
   */
  @Override
  public @Nullable ThreadContextSnapshot currentContext(Map<String, String> properties) {
    Propagation propagation = setting.get();
    if (!onQuarkus) {
      CapturedContext captured = CapturedContext.current(propagation);
      return () -> controller(CapturedContext.attach(captured));
    }
    LostUser lost = propagation == Propagation.NONE ? null : LostUser.find();
    return lost == null ? null : () -> controller(lost.stepIn());
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
