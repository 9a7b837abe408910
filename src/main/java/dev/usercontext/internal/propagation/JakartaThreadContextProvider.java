package dev.usercontext.internal.propagation;

import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries user and trace to the managed executors, thread factories and {@code @Asynchronous}
 * methods of Jakarta Concurrency 3.0 (section 3.3.5). WildFly asks every provider by default; Open
 * Liberty only for a {@code ContextServiceDefinition} that names this type or all remaining ones.
 */
public final class JakartaThreadContextProvider implements ThreadContextProvider {

  private final PropagationSetting propagation = new PropagationSetting();

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> properties) {
    return snapshot(CapturedContext.current(propagation.get()));
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
    return snapshot(CapturedContext.cleared(propagation.get()));
  }

  @Override
  public String getThreadContextType() {
    return MicroProfileThreadContextProvider.TYPE;
  }

  private static ThreadContextSnapshot snapshot(@Nullable CapturedContext captured) {
    return () -> {
      Runnable end = CapturedContext.attach(captured);
      ThreadContextRestorer restorer = end::run;
      return restorer;
    };
  }
}
