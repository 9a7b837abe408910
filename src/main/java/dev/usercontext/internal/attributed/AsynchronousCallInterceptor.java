package dev.usercontext.internal.attributed;

import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.config.Propagation;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.UserScope;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code @Asynchronous} has taken the call to another thread in between, brings the user and
 * the trace along. This works where no ThreadContextProvider is asked, as on Open Liberty.
 */
@CarriedAlong
@Interceptor
@Priority(AsynchronousCallInterceptor.AFTER_ASYNCHRONOUS)
public class AsynchronousCallInterceptor {

  /** Jakarta Concurrency 3.0, 3.1.4: the interceptor of {@code @Asynchronous} has priority 5. */
  static final int AFTER_ASYNCHRONOUS = 50;

  private final ApplicationConfig config;

  @Inject
  public AsynchronousCallInterceptor(ApplicationConfig config) {
    this.config = config;
  }

  @AroundInvoke
  public @Nullable Object restore(InvocationContext call) throws Exception {
    Context stored = CallContext.of(call);
    Context now = Context.current();
    if (stored == null || stored == now) {
      return call.proceed();
    }
    Carried carried = Carried.in(stored);
    if (carried == null || carried == Carried.in(now)) {
      return call.proceed();
    }
    // A span that began in between is a better parent than the caller's.
    boolean keepsTrace =
        config.propagation() != Propagation.CONTEXT
            || Span.fromContext(now).getSpanContext().isValid();
    Context base = keepsTrace ? now : stored;
    try (UserScope scope = UserScope.openLexical(base, carried)) {
      return call.proceed();
    }
  }
}
